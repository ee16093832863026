// name: account_groups
// summary: Groups that an account belongs to or posts in.
// params: key STRING
// returns: group_key STRING, platform STRING, name STRING, role STRING, first_seen DATETIME,
//   last_seen DATETIME, left_at DATETIME, members INTEGER
// mode: read
MATCH (:Account {key: $key})-[m:MEMBER_OF]->(g:Group)
RETURN g.key AS group_key,
       g.platform AS platform,
       g.name AS name,
       m.role AS role,
       m.first_seen AS first_seen,
       m.last_seen AS last_seen,
       m.left_at AS left_at,
       COUNT { (g)<-[:MEMBER_OF]-() } AS members
ORDER BY group_key
