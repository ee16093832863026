// name: complete_source
// summary: Mark a source as loaded to the end.
// params: source_key STRING
// returns: none
// mode: write
MATCH (s:Source {key: $source_key})
SET s.complete = true
