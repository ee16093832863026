// name: search_naming
// summary: Posts of a platform and a period that name some taxa, the newest first.
// params: keys LIST<STRING>, reach INTEGER, platform STRING, since INTEGER, until INTEGER,
//   limit INTEGER
// returns: key STRING, by_key STRING, platform STRING, year INTEGER, month INTEGER
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
CALL {
  WITH wanted
  MATCH (:Taxon {key: wanted})<-[:OFFERS|NAMES]-(p:Post)
  WHERE ($platform IS NULL OR p.platform = $platform)
    AND ($since IS NULL OR p.posted_at >= datetime({epochMillis: $since}))
    AND ($until IS NULL OR p.posted_at < datetime({epochMillis: $until}))
  RETURN p
  LIMIT $reach
}
WITH p, min(wanted) AS by_key
RETURN p.key AS key,
       by_key AS by_key,
       p.platform AS platform,
       p.posted_at.year AS year,
       p.posted_at.month AS month
ORDER BY p.posted_at IS NULL, p.posted_at DESC, key, by_key
LIMIT $limit
