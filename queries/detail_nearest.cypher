// name: detail_nearest
// summary: Contact details with anything like some words, those that fit best first.
// params: words STRING, limit INTEGER
// returns: key STRING, label STRING, score FLOAT
// mode: read
CALL db.index.fulltext.queryNodes('details', $words, {limit: $limit}) YIELD node, score
RETURN node.key AS key, node.value AS label, score
ORDER BY score DESC, key
