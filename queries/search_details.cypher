// name: search_details
// summary: Contact details with some words in their key or value.
// params: words STRING, limit INTEGER
// returns: key STRING, label STRING, score FLOAT
// mode: read
CALL db.index.fulltext.queryNodes('details', $words) YIELD node, score
RETURN node.key AS key, node.value AS label, score
ORDER BY score DESC, key
LIMIT $limit
