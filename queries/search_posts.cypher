// name: search_posts
// summary: Posts of a platform and a period with some words in their text or its translation, those
//   that fit best first, of so many that were looked at; none fits: a row without a key.
// params: words STRING, reach INTEGER, platform STRING, since INTEGER, until INTEGER, limit INTEGER
// returns: key STRING, platform STRING, year INTEGER, month INTEGER, score FLOAT,
//   looked_at INTEGER
// mode: read
CALL db.index.fulltext.queryNodes('post_words', $words, {limit: $reach}) YIELD node, score
WITH collect({node: node, score: score, fits: ($platform IS NULL OR node.platform = $platform)
    AND ($since IS NULL OR node.posted_at >= datetime({epochMillis: $since}))
    AND ($until IS NULL OR node.posted_at < datetime({epochMillis: $until}))}) AS met
WITH size(met) AS looked_at, [each IN met WHERE each.fits] AS fitting
UNWIND CASE fitting WHEN [] THEN [NULL] ELSE fitting END AS each
WITH looked_at, each.node AS node, each.score AS score
RETURN node.key AS key,
       node.platform AS platform,
       node.posted_at.year AS year,
       node.posted_at.month AS month,
       score,
       looked_at
ORDER BY score DESC, key
LIMIT $limit
