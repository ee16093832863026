// name: account
// summary: One account and how much hangs on it.
// params: key STRING
// returns: key STRING, platform STRING, native_id STRING, handle STRING, name STRING,
//   names LIST<STRING>, url STRING, bio STRING, category STRING, posts INTEGER, ties INTEGER
// mode: read
MATCH (a:Account {key: $key})
RETURN a.key AS key,
       a.platform AS platform,
       a.native_id AS native_id,
       a.handle AS handle,
       a.name AS name,
       coalesce(a.names, []) AS names,
       a.url AS url,
       a.bio AS bio,
       a.category AS category,
       COUNT { (a)-[:POSTED]->() } AS posts,
       COUNT { (a)-[:TIED_TO]-() } AS ties
ORDER BY key, native_id
