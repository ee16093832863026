// name: search_posts
// summary: Posts of a platform and a period with some words in their text or its translation, those
//   that fit best first.
// params: words STRING, reach INTEGER, platform STRING, since INTEGER, until INTEGER, limit INTEGER
// returns: key STRING, platform STRING, year INTEGER, month INTEGER, score FLOAT
// mode: read
CALL db.index.fulltext.queryNodes('post_words', $words, {limit: $reach}) YIELD node, score
WHERE ($platform IS NULL OR node.platform = $platform)
  AND ($since IS NULL OR node.posted_at >= datetime({epochMillis: $since}))
  AND ($until IS NULL OR node.posted_at < datetime({epochMillis: $until}))
RETURN node.key AS key,
       node.platform AS platform,
       node.posted_at.year AS year,
       node.posted_at.month AS month,
       score
ORDER BY score DESC, key
LIMIT $limit
