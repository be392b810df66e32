MATCH (v:GraphVersion {id: 'main'}) RETURN v.slot AS s, v.n AS n, v.kept AS k, v.of AS f, 
  COLLECT { MATCH (n0:Person:GraphA) WHERE (n0._names CONTAINS $p.v0 AND any(i IN split(coalesce(n0._names, ''), '|')[2..-1] WHERE all(w IN $p.v1 WHERE i CONTAINS w))) AND n0.sortName IS NOT NULL RETURN [n0.id] ORDER BY n0.sortName, n0.id LIMIT $p.v2 } AS c0, 
  COLLECT { MATCH (n0:Person:GraphA) WHERE none(j IN range(0, size(coalesce(n0.aliases, [])) - 1) WHERE (all(w IN $p.v4 WHERE split(coalesce(n0._names, ''), '|')[j + 2] CONTAINS w) AND coalesce(n0.aliases, [])[j] STARTS WITH $p.v5)) AND n0.sortName IS NOT NULL RETURN [n0.id] ORDER BY n0.sortName, n0.id LIMIT $p.v6 } AS c1, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE all(i IN coalesce(n0.years, []) WHERE i >= $p.v7) AND size(coalesce(n0.years, [])) > 0 AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v8 } AS c2, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE size(coalesce(n0.years, [])) = 0 AND all(i IN coalesce(n0.aliases, []) WHERE (NOT coalesce(i = $p.v9, false) AND (false OR i IN $p.v10))) AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v11 } AS c3, 
  COLLECT { MATCH (n0:Person:GraphA) WHERE 
    EXISTS { MATCH (n0)-[r1:ACTED_IN|DIRECTED|WROTE|CREATED|COMPOSED_FOR|PHOTOGRAPHED|EDITED|PRODUCED|DESIGNED|SOUND|CASTING|APPEARED_IN|WORKED_ON]->(n1) WHERE type(r1) IN $p.v12 } AND NOT 
    EXISTS { MATCH (n0)-[r1:ACTED_IN|DIRECTED|WROTE|CREATED|COMPOSED_FOR|PHOTOGRAPHED|EDITED|PRODUCED|DESIGNED|SOUND|CASTING|APPEARED_IN|WORKED_ON]->(n1) WHERE type(r1) IN $p.v13 } AND n0.sortName IS NOT NULL RETURN [n0.id] ORDER BY n0.sortName, n0.id LIMIT $p.v14 } AS c4, 
  COLLECT { MATCH (n0:Person:GraphA) WHERE 
    EXISTS { MATCH (n0)-[r1:ACTED_IN|DIRECTED|WROTE|CREATED|COMPOSED_FOR|PHOTOGRAPHED|EDITED|PRODUCED|DESIGNED|SOUND|CASTING|APPEARED_IN|WORKED_ON]->(n1) WHERE type(r1) IN $p.v15 AND n1.title = $p.v16 AND any(i IN split(coalesce(r1._characters, ''), '|')[1..-1] WHERE all(w IN $p.v18 WHERE i CONTAINS w)) } AND n0.sortName IS NOT NULL RETURN [n0.id] ORDER BY n0.sortName, n0.id LIMIT $p.v19 } AS c5, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE NOT 
    EXISTS { MATCH (n0)<-[r1:ACTED_IN]-(n1:Person) WHERE NOT coalesce(n1.name CONTAINS $p.v20, false) } AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v21 } AS c6, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE 
    EXISTS { MATCH (n0)<-[r1:ACTED_IN]-(n1:Person) } AND NOT 
    EXISTS { MATCH (n0)<-[r1:DIRECTED]-(n1:Person) } AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v22 } AS c7, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE 
    EXISTS { 
      CALL (n0) { MATCH (n0)-[r1:NOMINATED_FOR|WON|SELECTED_AT]->(n1) RETURN n0 AS s1, r1, n1 AS e1, n1 UNION ALL MATCH (s1:GraphA)-[r1:NOMINATED_FOR]->(n1) WHERE r1.work = n0.id AND s1 <> n0 RETURN s1, r1, n1 AS e1, n1 UNION ALL MATCH (s1:GraphA)-[r1:WON]->(n1) WHERE r1.work = n0.id AND s1 <> n0 RETURN s1, r1, n1 AS e1, n1 UNION ALL MATCH (s1:GraphA)-[r1:SELECTED_AT]->(n1) WHERE r1.work = n0.id AND s1 <> n0 RETURN s1, r1, n1 AS e1, n1 } WITH s1, r1, e1, n1 WHERE r1.year > $p.v23 AND (e1._names CONTAINS $p.v24 AND all(w IN $p.v25 WHERE split(e1._names, '|')[1] CONTAINS w)) RETURN n1 } AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v26 } AS c8
// $p: {v0: " ci", v1: [" ci", " ga"], v2: 50, v3: " x", v4: [" x"], v5: "Y", v6: 50, v7: 2000, v8: 50, v9: "K.O.", v10: ["A"], v11: 50, v12: ["DIRECTED"], v13: ["ACTED_IN", "WROTE"], v14: 50, v15: ["ACTED_IN"], v16: "K.O.", v17: " ba", v18: [" ba"], v19: 50, v20: "a", v21: 50, v22: 50, v23: 2000, v24: " cannes", v25: [" cannes"], v26: 50}
