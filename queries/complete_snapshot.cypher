// name: complete_snapshot
// summary: Mark a snapshot as whole and as the one that the ties in the graph belong to.
// params: key STRING
// returns: none
// mode: write
MATCH (s:Snapshot)
WHERE s.key = $key OR s.is_latest
SET s.is_latest = s.key = $key,
    s.complete = s.complete OR s.key = $key
