// name: cluster_weeks_of_accounts
// summary: Posts of the accounts of a cluster that post most, by week, the latest week first.
// params: key STRING, accounts INTEGER, limit INTEGER
// returns: week_key DATETIME, account_key STRING, posts INTEGER
// mode: read
MATCH (:Cluster {key: $key})<-[:IN_CLUSTER]-(a:Account)
WITH a, COUNT { (a)-[:POSTED]->() } AS in_all
ORDER BY in_all DESC, a.key
LIMIT $accounts
MATCH (a)-[:POSTED]->(p:Post)
WHERE p.posted_at IS NOT NULL
WITH datetime.truncate('week', p.posted_at) AS week, a.key AS account, count(p) AS posts
RETURN week AS week_key, account AS account_key, posts
ORDER BY week_key DESC, account_key
LIMIT $limit
