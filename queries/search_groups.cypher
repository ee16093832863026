// name: search_groups
// summary: Groups with some words in their id or names, those that fit best first.
// params: words STRING, reach INTEGER, platform STRING, limit INTEGER
// returns: key STRING, platform STRING, label STRING, score FLOAT
// mode: read
CALL db.index.fulltext.queryNodes('groups', $words, {limit: $reach}) YIELD node, score
WHERE $platform IS NULL OR node.platform = $platform
RETURN node.key AS key, node.platform AS platform, node.name AS label, score
ORDER BY score DESC, key
LIMIT $limit
