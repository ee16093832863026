// name: account_pictures
// summary: Pictures of an account's posts, the latest first, some at a time.
// params: key STRING, skip INTEGER, limit INTEGER
// returns: key STRING, sha256 STRING, posts INTEGER, post_key STRING, last_seen DATETIME
// mode: read
MATCH (:Account {key: $key})-[:POSTED]->(p:Post)-[:SHOWS]->(i:Image)
WITH i, count(DISTINCT p) AS posts, min(p.key) AS post_key, max(p.posted_at) AS last_seen
RETURN i.key AS key, i.sha256 AS sha256, posts, post_key, last_seen
ORDER BY last_seen IS NULL, last_seen DESC, key, post_key
SKIP $skip
LIMIT $limit
