MATCH (v:GraphVersion {id: 'main'}) RETURN v.slot AS s, v.n AS n, v.kept AS k, v.of AS f, 
  COLLECT { MATCH (n0:GraphA) WHERE n0.id IN $p.v0 RETURN [n0.year, n0.title, n0.id] ORDER BY n0._rank LIMIT $p.v8 } AS c0, size($p.v0) AS c1, 
  COLLECT { MATCH (n0:Person:GraphA) WHERE n0.sortName IS NOT NULL RETURN [n0.name, n0.id] ORDER BY n0.sortName, n0.id LIMIT $p.v9 } AS c2, 
  COLLECT { UNWIND range(0, size($p.v1) - 1) AS i0 MATCH (n0:GraphA {id: $p.v1[i0]}) RETURN [i0, n0.name, CASE WHEN n0:Person THEN 0 END] } AS c3, 
  COLLECT { UNWIND range(0, size($p.v2) - 1) AS i0 MATCH (s0:GraphA {id: $p.v2[i0]}) MATCH (n0:GraphA {id: $p.v3[i0]}) MATCH (s0)-[r0]->(n0) WHERE type(r0) = $p.v4[i0] AND coalesce(r0._nth, 0) = $p.v5[i0] RETURN [i0, type(r0), r0.characters, [i1 IN range(0, size(coalesce(r0.sources, [])) - 1) | [r0.locators[i1]]], s0.name, CASE WHEN s0:Person THEN 0 END] } AS c4, 
  COLLECT { UNWIND range(0, size($p.v6) - 1) AS i0 MATCH (n0:GraphA {id: $p.v6[i0]}) RETURN [i0, n0.title, CASE WHEN n0:Film THEN 1 WHEN n0:Series THEN 2 END] } AS c5, 
  COLLECT { UNWIND range(0, size($p.v7) - 1) AS i0 MATCH (n0:GraphA {id: $p.v7[i0]}) RETURN [i0, n0.id, n0.name, CASE WHEN n0:Person THEN 0 END] } AS c6
// $p: {v0: [], v1: [], v2: [], v3: [], v4: [], v5: [], v6: [], v7: [], v8: 3, v9: 2}

MATCH (v:GraphVersion {id: 'main'}) RETURN v.slot AS s, v.n AS n, v.kept AS k, v.of AS f, 
  COLLECT { UNWIND range(0, size($p.v0) - 1) AS i0 MATCH (n0:GraphA {id: $p.v0[i0]}) RETURN [i0, n0.name, CASE WHEN n0:Person THEN 0 END] } AS c0, 
  COLLECT { UNWIND range(0, size($p.v1) - 1) AS i0 MATCH (n0:GraphA {id: $p.v1[i0]}) RETURN [i0, n0.title, CASE WHEN n0:Film THEN 1 WHEN n0:Series THEN 2 END] } AS c1
// $p: {v0: [], v1: []}
