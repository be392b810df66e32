MATCH (v:GraphVersion {id: 'main'}) RETURN v.slot AS s, v.n AS n, v.kept AS k, v.of AS f, 
  COLLECT { MATCH (n0:Film:GraphA) WHERE 
    EXISTS { MATCH (n0)<-[r1:ACTED_IN]-(n1:Person) WHERE n1.id = $p.v0 } AND n0.title IS NOT NULL RETURN [n0.title, 
    COLLECT { MATCH (n0)<-[r1:DIRECTED]-(n1:Person) RETURN [n1.name, 
      COLLECT { MATCH (n1)-[r2:DIRECTED]->(n2) RETURN [n2.title, n2.year, 
        COLLECT { MATCH (n2)<-[r3:ACTED_IN]-(n3:Person) RETURN [n3.name] ORDER BY r3.billing, n3._rank LIMIT $p.v4 }, 
        COUNT { MATCH (n2)<-[r3:ACTED_IN]-(n3:Person) }] ORDER BY n2.year DESC, n2.id LIMIT $p.v3 }, 
      COUNT { MATCH (n1)-[r2:DIRECTED]->(n2) }] ORDER BY n1._rank LIMIT $p.v2 }] ORDER BY n0.title, n0.id LIMIT $p.v1 } AS c0, 
  COUNT { MATCH (n0:Film:GraphA) WHERE 
    EXISTS { MATCH (n0)<-[r1:ACTED_IN]-(n1:Person) WHERE n1.id = $p.v0 } } AS c1
// $p: {v0: "chiara-mastroianni", v1: 3, v2: 50, v3: 2, v4: 2, v5: 2}
