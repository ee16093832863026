// name: cluster_weeks
// summary: Posts of a cluster's accounts by week and platform, the latest week first; without the
//   posts that no time is known of.
// params: key STRING, limit INTEGER
// returns: week_key DATETIME, platform_key STRING, posts INTEGER
// mode: read
MATCH (:Cluster {key: $key})<-[:IN_CLUSTER]-(a:Account)-[:POSTED]->(p:Post)
WHERE p.posted_at IS NOT NULL
WITH datetime.truncate('week', p.posted_at) AS week, a.platform AS platform, count(p) AS posts
RETURN week AS week_key, platform AS platform_key, posts
ORDER BY week_key DESC, platform_key
LIMIT $limit
