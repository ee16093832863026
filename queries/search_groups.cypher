// name: search_groups
// summary: Groups with some words in their id or name.
// params: words STRING, limit INTEGER
// returns: key STRING, label STRING, score FLOAT
// mode: read
CALL db.index.fulltext.queryNodes('groups', $words) YIELD node, score
RETURN node.key AS key, node.name AS label, score
ORDER BY score DESC, key
LIMIT $limit
