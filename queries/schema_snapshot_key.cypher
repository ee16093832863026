// name: schema_snapshot_key
// summary: No two Snapshot nodes have the same key.
// params: none
// returns: none
// mode: schema
CREATE CONSTRAINT snapshot_key IF NOT EXISTS
FOR (n:Snapshot) REQUIRE n.key IS UNIQUE
