// name: cluster_sources
// summary: Sources that posts of a cluster's accounts are recorded in, their handling codes and
//   regions, those with most posts first.
// params: key STRING, limit INTEGER
// returns: key STRING, path STRING, handling STRING, region STRING,
//   posts INTEGER
// mode: read
MATCH (:Cluster {key: $key})<-[:IN_CLUSTER]-(:Account)-[:POSTED]->(p:Post)
MATCH (p)-[:RECORDED_IN]->(s:Source)
WITH s, count(DISTINCT p) AS posts
RETURN s.key AS key, s.path AS path, s.handling AS handling, s.region AS region,
       posts
ORDER BY posts DESC, key
LIMIT $limit
