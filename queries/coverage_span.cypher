// name: coverage_span
// summary: How many sources the graph holds, when the last of them was taken in, and the latest
//   moment that any of them tells of.
// params: none
// returns: sources INTEGER, taken_in STRING, latest STRING
// mode: read
MATCH (s:Source)
RETURN count(s) AS sources, max(s.ingested_at) AS taken_in, max(s.known_at_latest) AS latest
