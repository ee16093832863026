// name: claim_database
// summary: Mark the database as a workspace's own.
// params: workspace_id STRING
// returns: none
// mode: write
MERGE (:Workspace {id: $workspace_id})
