// name: clusters_of_accounts
// summary: All members of the clusters of a snapshot that some accounts are in.
// params: snapshot STRING, accounts LIST<STRING>, limit INTEGER
// returns: cluster_id STRING, account_key STRING
// mode: read
UNWIND $accounts AS wanted
MATCH (:Account {key: wanted})-[:IN_CLUSTER]->(c:Cluster {snapshot: $snapshot})
WITH DISTINCT c
MATCH (c)<-[:IN_CLUSTER]-(a:Account)
RETURN c.id AS cluster_id, a.key AS account_key
ORDER BY cluster_id, account_key
LIMIT $limit
