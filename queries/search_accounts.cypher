// name: search_accounts
// summary: Accounts with some words in their id, handle or names.
// params: words STRING, limit INTEGER
// returns: key STRING, label STRING, score FLOAT
// mode: read
CALL db.index.fulltext.queryNodes('accounts', $words) YIELD node, score
RETURN node.key AS key, coalesce(node.name, node.handle) AS label, score
ORDER BY score DESC, key
LIMIT $limit
