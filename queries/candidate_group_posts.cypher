// name: candidate_group_posts
// summary: The latest posts in a group that is compared.
// params: key STRING, limit INTEGER
// returns: key STRING
// mode: read
MATCH (:Group {key: $key})<-[:IN]-(p:Post)
WHERE p.posted_at IS NOT NULL
WITH p
ORDER BY p.posted_at DESC, p.key
LIMIT $limit
RETURN p.key AS key
ORDER BY key
