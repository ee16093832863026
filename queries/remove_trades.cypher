// name: remove_trades
// summary: Take some directed interaction out of the graph; the snapshot keeps it on disk.
// params: limit INTEGER
// returns: removed INTEGER
// mode: write
MATCH (:Account)-[t:TRADES_WITH]->(:Account)
WITH t
LIMIT $limit
DELETE t
RETURN count(*) AS removed
