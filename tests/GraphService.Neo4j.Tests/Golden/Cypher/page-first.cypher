MATCH (v:GraphVersion {id: 'main'}) RETURN v.slot AS s, v.n AS n, v.kept AS k, v.of AS f, 
  COLLECT { MATCH (n0:Work:GraphA) WHERE n0._year IS NOT NULL RETURN [n0.year, n0.title, n0.id] ORDER BY n0._year, n0.title, n0.id LIMIT $p.v0 } AS c0, v.kind_FILM_GraphA + v.kind_SERIES_GraphA AS c1
// $p: {v0: 3}
