// name: remove_texts
// summary: Take some re-used texts of whatever snapshot out of the graph, with what points at them.
// params: limit INTEGER
// returns: removed INTEGER
// mode: write
MATCH (t:Text)
WITH t
LIMIT $limit
DETACH DELETE t
RETURN count(*) AS removed
