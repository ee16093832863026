// name: group_ranking
// summary: How many accounts and posts each group has; no more groups than a bound.
// params: most INTEGER
// returns: groups LIST<MAP>
// mode: read
MATCH (g:Group)
WITH g
LIMIT $most
RETURN collect({
         group_key: g.key,
         platform: g.platform,
         accounts: COUNT { (g)<-[:MEMBER_OF]-() },
         posts: COUNT { (g)<-[:IN]-() }
       }) AS groups
