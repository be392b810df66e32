MATCH (v:GraphVersion {id: 'main'}) RETURN v.slot AS s, v.n AS n, v.kept AS k, v.of AS f, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE n0._year IS NOT NULL AND n0._year >= $p.v1 AND CASE WHEN n0._year <> $p.v1 THEN n0._year > $p.v1 WHEN n0.title <> $p.v4 THEN n0.title > $p.v4 WHEN n0.id <> $p.v6 THEN n0.id > $p.v6 ELSE false END RETURN [n0.year, n0.title, n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v0 } AS c0, v.kind_FILM_GraphA + v.kind_SERIES_GraphA AS c1, 
  EXISTS { MATCH (n0:Work:GraphA) WHERE n0._year <= $p.v1 AND CASE WHEN n0._year <> $p.v1 THEN n0._year < $p.v1 WHEN n0.title <> $p.v4 THEN n0.title < $p.v4 WHEN n0.id <> $p.v6 THEN n0.id < $p.v6 ELSE true END } AS c2
// $p: {v0: 3, v1: 2001, v2: 2001, v3: false, v4: "Aa", v5: false, v6: "w1", v7: false}
