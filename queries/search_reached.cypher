// name: search_reached
// summary: How many things with some words a search index gives when it is asked for so many.
// params: index STRING, words STRING, reach INTEGER
// returns: looked_at INTEGER
// mode: read
CALL db.index.fulltext.queryNodes($index, $words, {limit: $reach}) YIELD node
RETURN count(node) AS looked_at
