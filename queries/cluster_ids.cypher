// name: cluster_ids
// summary: The ids of a snapshot's clusters.
// params: snapshot STRING, limit INTEGER
// returns: key STRING, id STRING
// mode: read
MATCH (c:Cluster {snapshot: $snapshot})
RETURN c.key AS key, c.id AS id
ORDER BY key, id
LIMIT $limit
