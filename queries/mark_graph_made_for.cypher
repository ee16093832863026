// name: mark_graph_made_for
// summary: Note without which own side a workspace's graph is being made.
// params: workspace_id STRING, decided STRING, screened STRING
// returns: none
// mode: write
MATCH (w:Workspace {id: $workspace_id})
SET w.own_decided = $decided, w.own_screened = $screened
