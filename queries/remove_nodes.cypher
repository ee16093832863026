// name: remove_nodes
// summary: Take some nodes out of the graph, all but the mark of whose it is.
// params: limit INTEGER
// returns: removed INTEGER
// mode: write
MATCH (n)
WHERE NOT n:Workspace
WITH n
LIMIT $limit
DETACH DELETE n
RETURN count(*) AS removed
