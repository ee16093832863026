// name: graph_made_for
// summary: What a workspace's graph was made for; null: no own side, or made before it was noted.
// params: workspace_id STRING
// returns: workspace_id STRING, decided STRING, screened STRING, extractor STRING
// mode: read
MATCH (w:Workspace {id: $workspace_id})
RETURN w.id AS workspace_id, w.own_decided AS decided, w.own_screened AS screened,
       w.extractor AS extractor
ORDER BY workspace_id
