// name: coverage_groups
// summary: Groups by how many posts they have, the busiest first, some at a time.
// params: skip INTEGER, limit INTEGER
// returns: key STRING, group_name STRING, platform STRING, posts INTEGER
// mode: read
MATCH (g:Group)
WITH g, COUNT { (g)<-[:IN]-() } AS posts
WHERE posts > 0
RETURN g.key AS key, g.name AS group_name, g.platform AS platform, posts
ORDER BY posts DESC, key
SKIP $skip
LIMIT $limit
