// name: group_nearest
// summary: Groups with anything like some words, those that fit best first.
// params: words STRING, limit INTEGER
// returns: key STRING, label STRING, score FLOAT
// mode: read
CALL db.index.fulltext.queryNodes('groups', $words, {limit: $limit}) YIELD node, score
RETURN node.key AS key, coalesce(node.name, node.native_id) AS label, score
ORDER BY score DESC, key
