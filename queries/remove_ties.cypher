// name: remove_ties
// summary: Take some ties of whatever snapshot out of the graph; the snapshot keeps them on disk.
// params: limit INTEGER
// returns: removed INTEGER
// mode: write
MATCH (:Account)-[t:TIED_TO]->(:Account)
WITH t
LIMIT $limit
DELETE t
RETURN count(*) AS removed
