// name: account_clusters
// summary: Clusters that an account belongs to, those of the latest snapshot first.
// params: key STRING
// returns: cluster_key STRING, cluster_id STRING, snapshot STRING, is_latest BOOLEAN, role STRING,
//   stability FLOAT, size INTEGER
// mode: read
MATCH (:Account {key: $key})-[m:IN_CLUSTER]->(c:Cluster)
OPTIONAL MATCH (s:Snapshot {key: 'snapshot:' + c.snapshot})
RETURN c.key AS cluster_key,
       c.id AS cluster_id,
       c.snapshot AS snapshot,
       coalesce(s.is_latest, false) AS is_latest,
       m.role AS role,
       m.stability AS stability,
       c.size AS size
ORDER BY is_latest DESC, s.as_of DESC, cluster_key, cluster_id
