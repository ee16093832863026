// name: source_progress
// summary: How far each source in the graph is loaded.
// params: none
// returns: key STRING, complete BOOLEAN, done MAP
// mode: read
MATCH (s:Source)
RETURN s.key AS key,
       s.complete AS complete,
       properties(s) AS done
ORDER BY key
