// name: schema_cluster_snapshot
// summary: The clusters of one snapshot are found without reading all clusters.
// params: none
// returns: none
// mode: schema
CREATE INDEX cluster_snapshot IF NOT EXISTS
FOR (n:Cluster) ON (n.snapshot)
