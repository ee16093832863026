// name: detail_accounts
// summary: Accounts that publish a contact detail, in most posts first, some at a time.
// params: key STRING, snapshot STRING, skip INTEGER, limit INTEGER
// returns: account_key STRING, platform STRING, handle STRING, name STRING, posts INTEGER,
//   first_seen DATETIME, last_seen DATETIME, cluster_id STRING
// mode: read
MATCH (:ContactDetail {key: $key})<-[r:PUBLISHES]-(a:Account)
WITH r, a
ORDER BY r.posts DESC, a.key
SKIP $skip
LIMIT $limit
RETURN a.key AS account_key,
       a.platform AS platform,
       a.handle AS handle,
       a.name AS name,
       r.posts AS posts,
       r.first_seen AS first_seen,
       r.last_seen AS last_seen,
       head(COLLECT {
         MATCH (a)-[:IN_CLUSTER]->(c:Cluster {snapshot: $snapshot})
         RETURN c.id
       }) AS cluster_id
ORDER BY posts DESC, account_key, cluster_id
