// name: group_rows
// summary: Groups with given keys, as rows of a list.
// params: keys LIST<STRING>
// returns: key STRING, platform STRING, name STRING, names LIST<STRING>, accounts INTEGER,
//   posts INTEGER
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (g:Group {key: wanted})
RETURN g.key AS key,
       g.platform AS platform,
       g.name AS name,
       coalesce(g.names, []) AS names,
       COUNT { (g)<-[:MEMBER_OF]-() } AS accounts,
       COUNT { (g)<-[:IN]-() } AS posts
ORDER BY key
