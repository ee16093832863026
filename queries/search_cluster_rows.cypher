// name: search_cluster_rows
// summary: Clusters with given keys, and what some of their members are called.
// params: keys LIST<STRING>, most INTEGER
// returns: key STRING, id STRING, snapshot STRING, size INTEGER, platforms LIST<STRING>,
//   names LIST<STRING>
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (c:Cluster {key: wanted})
RETURN c.key AS key,
       c.id AS id,
       c.snapshot AS snapshot,
       c.size AS size,
       coalesce(c.platforms, []) AS platforms,
       COLLECT {
         MATCH (c)<-[m:IN_CLUSTER]-(a:Account)
         RETURN coalesce(a.name, '@' + a.handle, a.native_id)
         ORDER BY m.stability DESC, a.key
         LIMIT $most
       } AS names
ORDER BY key, id
