// name: coverage_groups_count
// summary: How many groups have a post.
// params: none
// returns: groups INTEGER
// mode: read
MATCH (g:Group)
WHERE EXISTS { (g)<-[:IN]-() }
RETURN count(g) AS groups
