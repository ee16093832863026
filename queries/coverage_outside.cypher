// name: coverage_outside
// summary: Posts that are in no group, by platform and week; weeks are counted from a Monday.
// params: monday INTEGER, weeks INTEGER, limit INTEGER
// returns: platform_key STRING, week INTEGER, posts INTEGER
// mode: read
MATCH (p:Post)
WHERE p.posted_at >= datetime({epochSeconds: $monday})
  AND p.posted_at < datetime({epochSeconds: $monday + $weeks * 604800})
  AND NOT EXISTS { (p)-[:IN]->() }
WITH p.platform AS platform_key,
     (p.posted_at.epochSeconds - $monday) / 604800 AS week,
     count(*) AS posts
RETURN platform_key, week, posts
ORDER BY platform_key, week
LIMIT $limit
