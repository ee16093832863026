// name: cluster_places
// summary: Places that posts of a cluster's accounts name, by how each was read, the most said
//   first, some at a time; not told apart by capitals. Those of posts
//   that offer or seek a threatened taxon are left out.
// params: key STRING, threatened LIST<STRING>, skip INTEGER, limit INTEGER
// returns: key STRING, place STRING, how_key STRING, posts INTEGER, accounts INTEGER,
//   first_seen DATETIME, last_seen DATETIME
// mode: read
MATCH (:Cluster {key: $key})<-[:IN_CLUSTER]-(a:Account)-[:POSTED]->(p:Post)
WHERE (p.places IS NOT NULL OR p.location IS NOT NULL)
  AND NOT EXISTS { MATCH (p)-[:OFFERS]->(t:Taxon) WHERE t.key IN $threatened }
UNWIND [said IN coalesce(p.places, []) | {place: said, how: 'text'}]
       + CASE WHEN p.location IS NULL THEN [] ELSE [{place: p.location, how: 'source'}] END AS read
WITH toLower(read.place) AS key, read, a, p
WITH key,
     read.how AS how,
     min(read.place) AS place,
     count(DISTINCT p) AS posts,
     count(DISTINCT a) AS accounts,
     min(p.posted_at) AS first_seen,
     max(p.posted_at) AS last_seen
RETURN key, place, how AS how_key, posts, accounts, first_seen, last_seen
ORDER BY posts DESC, key, how_key
SKIP $skip
LIMIT $limit
