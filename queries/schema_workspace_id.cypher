// name: schema_workspace_id
// summary: No two Workspace nodes have the same id.
// params: none
// returns: none
// mode: schema
CREATE CONSTRAINT workspace_id IF NOT EXISTS
FOR (n:Workspace) REQUIRE n.id IS UNIQUE
