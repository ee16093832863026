// name: account_details
// summary: Contact details that an account publishes, the most published first, some at a time.
// params: key STRING, skip INTEGER, limit INTEGER
// returns: detail_key STRING, kind STRING, value STRING, posts INTEGER, first_seen DATETIME,
//   last_seen DATETIME, publishers INTEGER, hub_probability FLOAT
// mode: read
MATCH (:Account {key: $key})-[r:PUBLISHES]->(d:ContactDetail)
RETURN d.key AS detail_key,
       d.kind AS kind,
       d.value AS value,
       r.posts AS posts,
       r.first_seen AS first_seen,
       r.last_seen AS last_seen,
       COUNT { (d)<-[:PUBLISHES]-() } AS publishers,
       d.hub_probability AS hub_probability
ORDER BY posts DESC, detail_key
SKIP $skip
LIMIT $limit
