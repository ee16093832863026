// name: cluster_stated
// summary: What posts of a cluster's accounts that offer or seek goods state (prices, quantities,
//   measures), the price in the file's own field included where the text states none, with the one
//   taxon that the post names for sure, null where it names none or several; the most frequent
//   first.
// params: key STRING, least_confidence FLOAT, limit INTEGER
// returns: taxon_key STRING, said_key STRING, posts INTEGER
// mode: read
MATCH (:Cluster {key: $key})<-[:IN_CLUSTER]-(:Account)-[:POSTED]->(p:Listing)
WHERE p.stated IS NOT NULL OR p.price IS NOT NULL
WITH DISTINCT p, coalesce(p.stated, []) AS stated
WITH p,
     stated + CASE
       WHEN p.price IS NULL OR any(each IN stated WHERE each STARTS WITH 'price ') THEN []
       ELSE ['cell ' + trim(p.price) + coalesce(' ' + trim(p.currency), '')]
     END AS all_stated,
     COLLECT {
       MATCH (p)-[o:OFFERS]->(t:Taxon)
       WHERE o.confidence >= $least_confidence
       RETURN t.key
     } AS taxa
UNWIND all_stated AS said
WITH CASE size(taxa) WHEN 1 THEN taxa[0] END AS taxon_key, said, count(DISTINCT p) AS posts
RETURN taxon_key, said AS said_key, posts
ORDER BY posts DESC, taxon_key, said_key
LIMIT $limit
