// name: group_details
// summary: Contact details that posts of a group give, in most posts first; no more posts are read
//   than a bound.
// params: key STRING, most INTEGER, limit INTEGER
// returns: detail_key STRING, kind STRING, value STRING, posts INTEGER, publishers INTEGER,
//   hub_probability FLOAT
// mode: read
MATCH (:Group {key: $key})<-[:IN]-(p:Post)
WITH p
LIMIT $most
MATCH (p)-[:MENTIONS]->(d:ContactDetail)
WITH d, count(*) AS posts
ORDER BY posts DESC, d.key
LIMIT $limit
RETURN d.key AS detail_key,
       d.kind AS kind,
       d.value AS value,
       posts,
       COUNT { (d)<-[:PUBLISHES]-() } AS publishers,
       d.hub_probability AS hub_probability
ORDER BY posts DESC, detail_key
