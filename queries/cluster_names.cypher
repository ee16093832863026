// name: cluster_names
// summary: What some members of clusters are called, the steadiest members first.
// params: keys LIST<STRING>, most INTEGER
// returns: key STRING, names LIST<STRING>
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (c:Cluster {key: wanted})
RETURN c.key AS key,
       COLLECT {
         MATCH (c)<-[m:IN_CLUSTER]-(a:Account)
         RETURN coalesce(a.name, '@' + a.handle, a.native_id)
         ORDER BY m.stability DESC, a.key
         LIMIT $most
       } AS names
ORDER BY key
