// name: search_group_rows
// summary: Groups with given keys, and how much is known of each.
// params: keys LIST<STRING>
// returns: key STRING, platform STRING, name STRING, names LIST<STRING>, posts INTEGER,
//   members INTEGER
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (g:Group {key: wanted})
RETURN g.key AS key,
       g.platform AS platform,
       g.name AS name,
       coalesce(g.names, []) AS names,
       COUNT { (g)<-[:IN]-() } AS posts,
       COUNT { (g)<-[:MEMBER_OF]-() } AS members
ORDER BY key
