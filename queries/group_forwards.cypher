// name: group_forwards
// summary: Whose words posts of a group pass on, as the sources name them, in most posts first; no
//   more posts are read than a bound.
// params: key STRING, most INTEGER, limit INTEGER
// returns: passed_on STRING, posts INTEGER, first_seen DATETIME, last_seen DATETIME,
//   post_key STRING
// mode: read
MATCH (:Group {key: $key})<-[:IN]-(p:Post)
WITH p
LIMIT $most
WITH p
WHERE p.forwarded_from IS NOT NULL
RETURN p.forwarded_from AS passed_on,
       count(*) AS posts,
       min(p.posted_at) AS first_seen,
       max(p.posted_at) AS last_seen,
       min(p.key) AS post_key
ORDER BY posts DESC, post_key
LIMIT $limit
