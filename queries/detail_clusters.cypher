// name: detail_clusters
// summary: Clusters of a snapshot with accounts that publish a contact detail, most accounts first.
// params: key STRING, snapshot STRING, limit INTEGER
// returns: cluster_key STRING, cluster_id STRING, size INTEGER, accounts INTEGER
// mode: read
MATCH (:ContactDetail {key: $key})<-[:PUBLISHES]-(a:Account)
MATCH (a)-[:IN_CLUSTER]->(c:Cluster {snapshot: $snapshot})
WITH c, count(DISTINCT a) AS accounts
RETURN c.key AS cluster_key, c.id AS cluster_id, c.size AS size, accounts
ORDER BY accounts DESC, cluster_key, cluster_id
LIMIT $limit
