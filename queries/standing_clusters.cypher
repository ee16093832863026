// name: standing_clusters
// summary: The ids of clusters with some keys; those that are no clusters any more are left out.
// params: keys LIST<STRING>
// returns: key STRING, id STRING
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (c:Cluster {key: wanted})
RETURN c.key AS key, c.id AS id
ORDER BY key, id
