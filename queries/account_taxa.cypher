// name: account_taxa
// summary: Taxa that an account's posts name, the most offered first, some at a time.
// params: key STRING, skip INTEGER, limit INTEGER
// returns: key STRING, scientific_name STRING, listed STRING, products LIST<STRING>,
//   offered INTEGER, named INTEGER, first_seen DATETIME, last_seen DATETIME
// mode: read
MATCH (:Account {key: $key})-[:POSTED]->(p:Post)-[n:OFFERS|NAMES]->(t:Taxon)
WITH t,
     count(DISTINCT CASE WHEN type(n) = 'OFFERS' THEN p END) AS offered,
     count(DISTINCT p) AS named,
     min(p.posted_at) AS first_seen,
     max(p.posted_at) AS last_seen,
     collect(n.products) AS said
RETURN t.key AS key,
       t.scientific_name AS scientific_name,
       t.listed AS listed,
       COLLECT {
         UNWIND said AS products
         UNWIND products AS product
         RETURN DISTINCT product ORDER BY product
       } AS products,
       offered,
       named,
       first_seen,
       last_seen
ORDER BY offered DESC, named DESC, key
SKIP $skip
LIMIT $limit
