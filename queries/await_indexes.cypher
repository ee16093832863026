// name: await_indexes
// summary: Wait until every index can be used.
// params: seconds INTEGER
// returns: none
// mode: read
CALL db.awaitIndexes($seconds)
