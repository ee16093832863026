// name: mark_graph_made_for
// summary: Note what a workspace's graph is being made for.
// params: workspace_id STRING, decided STRING, screened STRING, extractor STRING
// returns: none
// mode: write
MATCH (w:Workspace {id: $workspace_id})
SET w.own_decided = $decided, w.own_screened = $screened, w.extractor = $extractor
