// name: cluster
// summary: One cluster of a snapshot and how much it holds.
// params: key STRING
// returns: key STRING, id STRING, properties MAP, members INTEGER, ties INTEGER, details INTEGER,
//   posts INTEGER
// mode: read
MATCH (c:Cluster {key: $key})
CALL {
  WITH c
  MATCH (c)<-[:IN_CLUSTER]-(a:Account)
  RETURN count(a) AS members
}
CALL {
  WITH c
  MATCH (c)<-[:IN_CLUSTER]-(a:Account)
  MATCH (a)-[t:TIED_TO {snapshot: c.snapshot}]->(b:Account)
  WHERE EXISTS { (b)-[:IN_CLUSTER]->(c) }
  UNWIND CASE WHEN t.posts IS NULL OR t.posts = [] THEN [null] ELSE t.posts END AS post
  RETURN count(DISTINCT t) AS ties, count(DISTINCT post) AS posts
}
CALL {
  WITH c
  MATCH (c)<-[:IN_CLUSTER]-(a:Account)-[:PUBLISHES]->(d:ContactDetail)
  WITH d, count(DISTINCT a) AS publishers
  WHERE publishers >= 2
  RETURN count(d) AS details
}
RETURN c.key AS key, c.id AS id, properties(c) AS properties, members, ties, details, posts
ORDER BY key, id
