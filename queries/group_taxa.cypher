// name: group_taxa
// summary: Taxa that posts of a group name, the most offered first; no more posts are read than a
//   bound.
// params: key STRING, most INTEGER, limit INTEGER
// returns: key STRING, scientific_name STRING, listed STRING, offered INTEGER, named INTEGER,
//   first_seen DATETIME, last_seen DATETIME
// mode: read
MATCH (:Group {key: $key})<-[:IN]-(p:Post)
WITH p
LIMIT $most
MATCH (p)-[n:OFFERS|NAMES]->(t:Taxon)
WITH t,
     count(DISTINCT CASE WHEN type(n) = 'OFFERS' THEN p END) AS offered,
     count(DISTINCT p) AS named,
     min(p.posted_at) AS first_seen,
     max(p.posted_at) AS last_seen
RETURN t.key AS key,
       t.scientific_name AS scientific_name,
       t.listed AS listed,
       offered,
       named,
       first_seen,
       last_seen
ORDER BY offered DESC, named DESC, key
LIMIT $limit
