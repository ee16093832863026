// name: cluster_members
// summary: Accounts of a cluster, those tied to most others in it first.
// params: key STRING, limit INTEGER
// returns: account_key STRING, platform STRING, handle STRING, name STRING, names LIST<STRING>,
//   url STRING, category STRING, role STRING, stability FLOAT, borderline BOOLEAN,
//   by_seed FLOAT, posts INTEGER, ties INTEGER, betweenness FLOAT, constraint FLOAT, core INTEGER
// mode: read
MATCH (c:Cluster {key: $key})<-[m:IN_CLUSTER]-(a:Account)
WITH c, m, a,
     COUNT {
       MATCH (a)-[:TIED_TO {snapshot: c.snapshot}]-(b:Account)
       WHERE EXISTS { (b)-[:IN_CLUSTER]->(c) }
     } AS ties
RETURN a.key AS account_key,
       a.platform AS platform,
       a.handle AS handle,
       a.name AS name,
       coalesce(a.names, []) AS names,
       a.url AS url,
       a.category AS category,
       m.role AS role,
       m.stability AS stability,
       m.borderline AS borderline,
       m.by_seed AS by_seed,
       COUNT { (a)-[:POSTED]->() } AS posts,
       ties,
       m.betweenness AS betweenness,
       m.constraint AS constraint,
       m.core AS core
ORDER BY ties DESC, account_key
LIMIT $limit
