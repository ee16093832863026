// name: search_details
// summary: Contact details with some words in their key or value, those that fit best first.
// params: words STRING, reach INTEGER, limit INTEGER
// returns: key STRING, label STRING, score FLOAT
// mode: read
CALL db.index.fulltext.queryNodes('details', $words, {limit: $reach}) YIELD node, score
RETURN node.key AS key, node.value AS label, score
ORDER BY score DESC, key
LIMIT $limit
