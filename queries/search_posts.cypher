// name: search_posts
// summary: Posts with some words in their text.
// params: words STRING, limit INTEGER
// returns: key STRING, label STRING, score FLOAT
// mode: read
CALL db.index.fulltext.queryNodes('posts', $words) YIELD node, score
RETURN node.key AS key, node.text AS label, score
ORDER BY score DESC, key
LIMIT $limit
