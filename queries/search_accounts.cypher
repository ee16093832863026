// name: search_accounts
// summary: Accounts with some words in their id, handle or names, those that fit best first,
//   of so many that were looked at; none fits: a row without a key.
// params: words STRING, reach INTEGER, platform STRING, limit INTEGER
// returns: key STRING, platform STRING, label STRING, score FLOAT,
//   looked_at INTEGER
// mode: read
CALL db.index.fulltext.queryNodes('accounts', $words, {limit: $reach}) YIELD node, score
WITH collect({node: node, score: score, fits: $platform IS NULL OR node.platform = $platform}) AS met
WITH size(met) AS looked_at, [each IN met WHERE each.fits] AS fitting
UNWIND CASE fitting WHEN [] THEN [NULL] ELSE fitting END AS each
WITH looked_at, each.node AS node, each.score AS score
RETURN node.key AS key,
       node.platform AS platform,
       coalesce(node.name, node.handle) AS label,
       score,
       looked_at
ORDER BY score DESC, key
LIMIT $limit
