// name: coverage_weeks
// summary: Posts of some groups week by week; weeks are counted from a Monday.
// params: keys LIST<STRING>, monday INTEGER, weeks INTEGER, limit INTEGER
// returns: key STRING, week INTEGER, posts INTEGER
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (g:Group {key: wanted})<-[:IN]-(p:Post)
WHERE p.posted_at >= datetime({epochSeconds: $monday})
  AND p.posted_at < datetime({epochSeconds: $monday + $weeks * 604800})
WITH g.key AS key, (p.posted_at.epochSeconds - $monday) / 604800 AS week, count(*) AS posts
RETURN key, week, posts
ORDER BY key, week
LIMIT $limit
