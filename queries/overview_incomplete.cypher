// name: overview_incomplete
// summary: Sources whose loading has not come to its end.
// params: limit INTEGER
// returns: key STRING
// mode: read
MATCH (s:Source)
WHERE NOT s.complete
RETURN s.key AS key
ORDER BY key
LIMIT $limit
