// name: accounts_by_key
// summary: Accounts with given keys, as rows of a list.
// params: keys LIST<STRING>
// returns: key STRING, platform STRING, handle STRING, name STRING, names LIST<STRING>,
//   posts INTEGER, ties INTEGER, cluster_id STRING
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (a:Account {key: wanted})
RETURN a.key AS key,
       a.platform AS platform,
       a.handle AS handle,
       a.name AS name,
       coalesce(a.names, []) AS names,
       COUNT { (a)-[:POSTED]->() } AS posts,
       COUNT { (a)-[:TIED_TO]-() } AS ties,
       head(COLLECT {
         MATCH (a)-[:IN_CLUSTER]->(c:Cluster)
         MATCH (s:Snapshot {key: 'snapshot:' + c.snapshot})
         WHERE s.is_latest
         RETURN c.id
       }) AS cluster_id
ORDER BY key, cluster_id
