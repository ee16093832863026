// name: group_invitations
// summary: Invitations to groups that posts of a group give, in most posts first; no more posts are
//   read than a bound.
// params: key STRING, most INTEGER, limit INTEGER
// returns: detail_key STRING, value STRING, posts INTEGER, first_seen DATETIME, last_seen DATETIME
// mode: read
MATCH (:Group {key: $key})<-[:IN]-(p:Post)
WITH p
LIMIT $most
MATCH (p)-[:MENTIONS]->(d:ContactDetail {kind: 'invite'})
WITH d,
     count(*) AS posts,
     min(p.posted_at) AS first_seen,
     max(p.posted_at) AS last_seen
RETURN d.key AS detail_key, d.value AS value, posts, first_seen, last_seen
ORDER BY posts DESC, detail_key
LIMIT $limit
