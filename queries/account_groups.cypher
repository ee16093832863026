// name: account_groups
// summary: Groups that an account belongs to or posts in, the latest seen first, some at a time.
// params: key STRING, skip INTEGER, limit INTEGER
// returns: group_key STRING, platform STRING, name STRING, role STRING, first_seen DATETIME,
//   last_seen DATETIME, joined_at DATETIME, left_at DATETIME, members INTEGER
// mode: read
MATCH (:Account {key: $key})-[m:MEMBER_OF]->(g:Group)
RETURN g.key AS group_key,
       g.platform AS platform,
       g.name AS name,
       m.role AS role,
       m.first_seen AS first_seen,
       m.last_seen AS last_seen,
       m.joined_at AS joined_at,
       m.left_at AS left_at,
       COUNT { (g)<-[:MEMBER_OF]-() } AS members
ORDER BY last_seen IS NULL, last_seen DESC, group_key
SKIP $skip
LIMIT $limit
