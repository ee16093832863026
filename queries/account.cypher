// name: account
// summary: One account and how much hangs on it.
// params: key STRING
// returns: key STRING, platform STRING, native_id STRING, handle STRING, name STRING,
//   dated_names LIST<MAP>, url STRING, bio STRING, category STRING, aliases LIST<MAP>,
//   posts INTEGER, groups INTEGER, details INTEGER, ties INTEGER
// mode: read
MATCH (a:Account {key: $key})
WITH a, coalesce(a.names, []) AS names, coalesce(a.names_since, []) AS since
RETURN a.key AS key,
       a.platform AS platform,
       a.native_id AS native_id,
       a.handle AS handle,
       a.name AS name,
       [n IN range(0, size(names) - 1) | {name: names[n], since: since[n]}] AS dated_names,
       a.url AS url,
       a.bio AS bio,
       a.category AS category,
       COLLECT {
         MATCH (a)-[r:SAME_AS]-(b:Account)
         RETURN {account_key: b.key, name: b.name, handle: b.handle, reason: r.reason,
                 since: r.since, is_later: startNode(r) = a}
         ORDER BY r.since, b.key
       } AS aliases,
       COUNT { (a)-[:POSTED]->() } AS posts,
       COUNT { (a)-[:MEMBER_OF]->() } AS groups,
       COUNT { (a)-[:PUBLISHES]->() } AS details,
       COUNT { (a)-[:TIED_TO]-() } AS ties
ORDER BY key, native_id
