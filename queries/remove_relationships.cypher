// name: remove_relationships
// summary: Take some relationships out of the graph; the archive keeps what they say.
// params: limit INTEGER
// returns: removed INTEGER
// mode: write
MATCH ()-[r]->()
WITH r
LIMIT $limit
DELETE r
RETURN count(*) AS removed
