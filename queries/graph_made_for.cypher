// name: graph_made_for
// summary: Without which own side a workspace's graph was made; null before any was declared.
// params: workspace_id STRING
// returns: workspace_id STRING, decided STRING, screened STRING
// mode: read
MATCH (w:Workspace {id: $workspace_id})
RETURN w.id AS workspace_id, w.own_decided AS decided, w.own_screened AS screened
ORDER BY workspace_id
