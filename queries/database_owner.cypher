// name: database_owner
// summary: Whose database this is, and how many nodes it holds.
// params: none
// returns: owners LIST<STRING>, nodes INTEGER
// mode: read
RETURN COLLECT { MATCH (w:Workspace) RETURN w.id ORDER BY w.id } AS owners,
       COUNT { MATCH () } AS nodes
