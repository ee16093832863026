// name: account_places
// summary: Places that an account's posts say somebody or something is in, the most said first, some
//   at a time; not told apart by capitals.
// params: key STRING, skip INTEGER, limit INTEGER
// returns: key STRING, place STRING, posts INTEGER, first_seen DATETIME, last_seen DATETIME
// mode: read
MATCH (:Account {key: $key})-[:POSTED]->(p:Post)
UNWIND p.places AS said
WITH toLower(said) AS key, said, p
WITH key,
     min(said) AS place,
     count(DISTINCT p) AS posts,
     min(p.posted_at) AS first_seen,
     max(p.posted_at) AS last_seen
RETURN key,
       place,
       posts,
       first_seen,
       last_seen
ORDER BY posts DESC, key
SKIP $skip
LIMIT $limit
