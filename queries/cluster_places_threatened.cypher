// name: cluster_places_threatened
// summary: Places that posts of a cluster's accounts name which offer or seek a threatened taxon, the
//   most said first.
// params: key STRING, threatened LIST<STRING>, limit INTEGER
// returns: key STRING, posts INTEGER
// mode: read
MATCH (:Cluster {key: $key})<-[:IN_CLUSTER]-(:Account)-[:POSTED]->(p:Post)
WHERE (p.places IS NOT NULL OR p.location IS NOT NULL)
  AND EXISTS { MATCH (p)-[:OFFERS]->(t:Taxon) WHERE t.key IN $threatened }
UNWIND coalesce(p.places, []) + CASE WHEN p.location IS NULL THEN [] ELSE [p.location] END AS said
WITH said AS key, count(DISTINCT p) AS posts
RETURN key, posts
ORDER BY posts DESC, key
LIMIT $limit
