// name: candidate_activity
// summary: Posts by day (UTC) of accounts, or in groups, that are compared; bounded for each.
// params: keys LIST<STRING>, most INTEGER, limit INTEGER
// returns: owner_key STRING, day STRING, posts INTEGER
// mode: read
UNWIND $keys AS owner_key
CALL (owner_key) {
  MATCH (:Account {key: owner_key})-[:POSTED]->(p:Post)
  WHERE p.posted_at IS NOT NULL
  RETURN p.posted_at AS posted_at
  LIMIT $most
  UNION ALL
  MATCH (:Group {key: owner_key})<-[:IN]-(p:Post)
  WHERE p.posted_at IS NOT NULL
  RETURN p.posted_at AS posted_at
  LIMIT $most
}
WITH owner_key, toString(date(posted_at)) AS day, count(*) AS posts
RETURN owner_key, day, posts
ORDER BY owner_key, day
LIMIT $limit
