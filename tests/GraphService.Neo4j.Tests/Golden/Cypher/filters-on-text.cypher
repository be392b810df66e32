MATCH (v:GraphVersion {id: 'main'}) RETURN v.slot AS s, v.n AS n, v.kept AS k, v.of AS f, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE n0._names CONTAINS $p.v1 AND n0.title = $p.v0 AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v2 } AS c0, 
  COLLECT { MATCH (n0:Person:GraphA) WHERE n0.id = $p.v3 AND n0.sortName IS NOT NULL RETURN [n0.id] ORDER BY n0.sortName, n0.id LIMIT $p.v4 } AS c1, 
  COLLECT { MATCH (n0:Person:GraphA) WHERE n0.id IN $p.v5 AND n0.sortName IS NOT NULL RETURN [n0.id] ORDER BY n0.sortName, n0.id LIMIT $p.v6 } AS c2, 
  COLLECT { MATCH (n0:Person:GraphA) WHERE n0.name CONTAINS $p.v7 AND n0.sortName IS NOT NULL RETURN [n0.id] ORDER BY n0.sortName, n0.id LIMIT $p.v8 } AS c3, 
  COLLECT { MATCH (n0:Person:GraphA) WHERE n0.name STARTS WITH $p.v9 AND NOT coalesce(n0.name ENDS WITH $p.v10, false) AND n0.sortName IS NOT NULL RETURN [n0.id] ORDER BY n0.sortName, n0.id LIMIT $p.v11 } AS c4, 
  COLLECT { MATCH (n0:Person:GraphA) WHERE (n0.name IS NULL OR n0.name IN $p.v12) AND NOT coalesce(n0.name IN $p.v13, false) AND n0.sortName IS NOT NULL RETURN [n0.id] ORDER BY n0.sortName, n0.id LIMIT $p.v14 } AS c5, 
  COLLECT { MATCH (n0:Person:GraphA) WHERE (n0._names CONTAINS $p.v15 AND all(w IN $p.v16 WHERE split(n0._names, '|')[1] CONTAINS w)) AND all(w IN $p.v18 WHERE n0._sortName CONTAINS w) AND n0.sortName IS NOT NULL RETURN [n0.id] ORDER BY n0.sortName, n0.id LIMIT $p.v19 } AS c6, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE 
    EXISTS { MATCH (n0)-[r1:RELEASED_ON]->(n1) WHERE r1.date > $p.v20 AND NOT coalesce(r1.date <= $p.v21, false) AND r1.date < $p.v22 AND NOT coalesce(r1.date >= $p.v23, false) AND r1.date IS NOT NULL } AND n0._year IS NOT NULL RETURN [n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v24 } AS c7, 
  COLLECT { MATCH (n0:Person:GraphA) WHERE (n0.name = $p.v25 OR (NOT coalesce(n0.name = $p.v26, false) AND NOT coalesce(n0.sortName CONTAINS $p.v27, false))) AND n0.sortName IS NOT NULL RETURN [n0.id] ORDER BY n0.sortName, n0.id LIMIT $p.v28 } AS c8
// $p: {v0: "K.O.", v1: "| ko|", v2: 50, v3: "ciryl-gane", v4: 50, v5: ["ciryl-gane", "nobody"], v6: 50, v7: "a", v8: 50, v9: "A", v10: "z", v11: 50, v12: ["A"], v13: ["B"], v14: 50, v15: " an", v16: [" an", " be"], v17: " ga", v18: [" ga"], v19: 50, v20: "2025", v21: "2025-06", v22: "2026", v23: "2025-12", v24: 50, v25: "A", v26: "B", v27: "c", v28: 50}
