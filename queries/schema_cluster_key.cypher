// name: schema_cluster_key
// summary: No two Cluster nodes have the same key.
// params: none
// returns: none
// mode: schema
CREATE CONSTRAINT cluster_key IF NOT EXISTS
FOR (n:Cluster) REQUIRE n.key IS UNIQUE
