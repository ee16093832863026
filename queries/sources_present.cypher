// name: sources_present
// summary: Which of some sources are in the graph.
// params: keys LIST<STRING>
// returns: key STRING
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (s:Source {key: wanted})
RETURN s.key AS key
ORDER BY key
