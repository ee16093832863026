// name: cluster_offers
// summary: Taxa that posts of a cluster's accounts offer or seek, the most offered first, some at a
//   time; names that are less sure than asked for do not count.
// params: key STRING, least_confidence FLOAT, skip INTEGER, limit INTEGER
// returns: key STRING, scientific_name STRING, english STRING, listed STRING,
//   products LIST<STRING>, posts INTEGER, accounts INTEGER, first_seen DATETIME,
//   last_seen DATETIME
// mode: read
MATCH (:Cluster {key: $key})<-[:IN_CLUSTER]-(a:Account)-[:POSTED]->(p:Post)-[o:OFFERS]->(t:Taxon)
WHERE o.confidence >= $least_confidence
WITH t,
     count(DISTINCT p) AS posts,
     count(DISTINCT a) AS accounts,
     min(p.posted_at) AS first_seen,
     max(p.posted_at) AS last_seen,
     collect(DISTINCT o.products) AS said
RETURN t.key AS key,
       t.scientific_name AS scientific_name,
       t.english AS english,
       t.listed AS listed,
       COLLECT {
         UNWIND said AS products
         UNWIND products AS product
         RETURN DISTINCT product ORDER BY product
       } AS products,
       posts,
       accounts,
       first_seen,
       last_seen
ORDER BY posts DESC, key
SKIP $skip
LIMIT $limit
