// name: sources
// summary: Every source in the graph in the order it was taken in.
// params: none
// returns: key STRING, properties MAP
// mode: read
MATCH (s:Source)
RETURN s.key AS key, properties(s) AS properties
ORDER BY s.ingested_at, key
