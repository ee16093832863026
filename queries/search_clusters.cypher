// name: search_clusters
// summary: Clusters whose key begins in some way.
// params: prefix STRING, limit INTEGER
// returns: key STRING
// mode: read
MATCH (c:Cluster)
WHERE c.key STARTS WITH $prefix
RETURN c.key AS key
ORDER BY key
LIMIT $limit
