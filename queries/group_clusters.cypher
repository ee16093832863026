// name: group_clusters
// summary: Clusters of a snapshot with accounts in a group, most accounts first; no more accounts of
//   the group are looked at than a bound.
// params: key STRING, snapshot STRING, most INTEGER, limit INTEGER
// returns: cluster_key STRING, cluster_id STRING, size INTEGER, accounts INTEGER
// mode: read
MATCH (:Group {key: $key})<-[:MEMBER_OF]-(a:Account)
WITH a
LIMIT $most
MATCH (a)-[:IN_CLUSTER]->(c:Cluster {snapshot: $snapshot})
WITH c, count(DISTINCT a) AS accounts
RETURN c.key AS cluster_key, c.id AS cluster_id, c.size AS size, accounts
ORDER BY accounts DESC, cluster_key, cluster_id
LIMIT $limit
