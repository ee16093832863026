// name: detail_groups
// summary: Groups in which a contact detail was posted, in most posts first; no more posts are read
//   than a bound.
// params: key STRING, most INTEGER, limit INTEGER
// returns: group_key STRING, platform STRING, name STRING, posts INTEGER, first_seen DATETIME,
//   last_seen DATETIME
// mode: read
MATCH (:ContactDetail {key: $key})<-[:MENTIONS]-(p:Post)
WITH p
LIMIT $most
MATCH (p)-[:IN]->(g:Group)
WITH g,
     count(*) AS posts,
     min(p.posted_at) AS first_seen,
     max(p.posted_at) AS last_seen
RETURN g.key AS group_key,
       g.platform AS platform,
       g.name AS name,
       posts,
       first_seen,
       last_seen
ORDER BY posts DESC, group_key
LIMIT $limit
