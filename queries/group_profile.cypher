// name: group_profile
// summary: One group, and how much hangs on it.
// params: key STRING, most_aliases INTEGER
// returns: key STRING, platform STRING, native_id STRING, name STRING, dated_names LIST<MAP>,
//   accounts INTEGER, posts INTEGER, aliases LIST<MAP>
// mode: read
MATCH (g:Group {key: $key})
WITH g, coalesce(g.names, []) AS names, coalesce(g.names_since, []) AS since
RETURN g.key AS key,
       g.platform AS platform,
       g.native_id AS native_id,
       g.name AS name,
       [n IN range(0, size(names) - 1) | {name: names[n], since: since[n]}] AS dated_names,
       COUNT { (g)<-[:MEMBER_OF]-() } AS accounts,
       COUNT { (g)<-[:IN]-() } AS posts,
       COLLECT {
         MATCH (g)-[r:SAME_AS]-(other:Group)
         RETURN {group_key: other.key, name: other.name, reason: r.reason, since: r.since,
                 is_later: startNode(r) = g}
         ORDER BY r.since, other.key
         LIMIT $most_aliases
       } AS aliases
ORDER BY key, native_id
