// name: remove_posts
// summary: Take some posts out of the graph, with all that hangs on them; the archive keeps them.
// params: limit INTEGER
// returns: removed INTEGER
// mode: write
MATCH (p:Post)
WITH p
LIMIT $limit
DETACH DELETE p
RETURN count(*) AS removed
