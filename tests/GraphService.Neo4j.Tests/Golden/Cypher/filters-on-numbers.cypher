MATCH (v:GraphVersion {id: 'main'}) RETURN v.slot AS s, v.n AS n, v.kept AS k, v.of AS f, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE (n0._year >= $p.v0 AND n0._year < 9223372036854775807) AND n0._year < $p.v1 AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v2 } AS c0, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE n0._year = $p.v3 AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v4 } AS c1, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE n0.year IS NULL AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v5 } AS c2, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE n0.year IS NOT NULL AND NOT coalesce(n0._year IN $p.v6, false) AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v7 } AS c3, 
  COLLECT { MATCH (n0:Film:GraphA) WHERE (n0.form IS NULL OR n0.form IN $p.v8) AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v9 } AS c4, 
  COLLECT { MATCH (n0:Film:GraphA) WHERE NOT coalesce(n0.form IN $p.v10, false) AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v11 } AS c5, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE CASE WHEN n0:Film THEN 1 WHEN n0:Series THEN 2 END IN $p.v12 AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v13 } AS c6, 
  COLLECT { MATCH (n0:Person:GraphA) WHERE 
    EXISTS { MATCH (n0)-[r1:ACTED_IN]->(n1) WHERE NOT coalesce(n1.year > $p.v14, false) AND NOT coalesce(CASE WHEN n1:Film THEN 1 WHEN n1:Series THEN 2 END IN $p.v15, false) } AND n0.sortName IS NOT NULL RETURN [n0.id] ORDER BY n0.sortName, n0.id LIMIT $p.v16 } AS c7
// $p: {v0: 2000, v1: 2010, v2: 50, v3: 2000, v4: 50, v5: 50, v6: [2000, 2001], v7: 50, v8: ["SHORT"], v9: 50, v10: ["FEATURE"], v11: 50, v12: [2], v13: 50, v14: 2000, v15: [1], v16: 50}
