// name: account_places
// summary: Places that an account's posts say somebody or something is in, the most said first, some
//   at a time; not told apart by capitals.
// params: key STRING, skip INTEGER, limit INTEGER, threatened STRING
// returns: key STRING, place STRING, posts INTEGER, threatened INTEGER, first_seen DATETIME,
//   last_seen DATETIME
// mode: read
MATCH (:Account {key: $key})-[:POSTED]->(p:Post)
WHERE p.places IS NOT NULL
WITH p,
     EXISTS {
       MATCH (p)-[:OFFERS]->(t:Taxon)
       WHERE t.listed =~ $threatened
     } AS is_threatened
UNWIND p.places AS said
WITH toLower(said) AS key, said, p, is_threatened
WITH key,
     min(said) AS place,
     count(DISTINCT p) AS posts,
     count(DISTINCT CASE WHEN is_threatened THEN p END) AS threatened,
     min(p.posted_at) AS first_seen,
     max(p.posted_at) AS last_seen
RETURN key,
       place,
       posts,
       threatened,
       first_seen,
       last_seen
ORDER BY posts DESC, key
SKIP $skip
LIMIT $limit
