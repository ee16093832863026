// name: candidate_group
// summary: One group that is compared: what it is called, its size, and who runs it.
// params: key STRING, limit INTEGER
// returns: key STRING, platform STRING, name STRING, url STRING, posts INTEGER, members INTEGER,
//   administrators LIST<STRING>
// mode: read
MATCH (g:Group {key: $key})
RETURN g.key AS key,
       g.platform AS platform,
       g.name AS name,
       g.url AS url,
       COUNT { (g)<-[:IN]-() } AS posts,
       COUNT { (g)<-[:MEMBER_OF]-() } AS members,
       COLLECT {
         MATCH (g)<-[m:MEMBER_OF]-(a:Account)
         WHERE toLower(m.role) CONTAINS 'admin' OR toLower(m.role) IN ['creator', 'owner']
         RETURN coalesce(a.name, a.handle, a.key) AS called
         ORDER BY called, a.key
         LIMIT $limit
       } AS administrators
ORDER BY key
