// name: remove_successors
// summary: Take some successions out of the graph before the latest ones are written.
// params: limit INTEGER
// returns: removed INTEGER
// mode: write
MATCH (:Account)-[s:SUCCEEDS]->(:Account)
WITH s
LIMIT $limit
DELETE s
RETURN count(*) AS removed
