// name: load_accounts
// summary: Write accounts and how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_accounts = $done
WITH s
UNWIND $rows AS row
MERGE (a:Account {key: row.key})
ON CREATE SET a.category = 'uncategorised'
SET a.platform = row.platform,
    a.native_id = row.native_id,
    a.handle = row.handle,
    a.name = row.name,
    a.names = row.names,
    a.folded = row.folded,
    a.names_since = [since IN row.names_since | datetime({epochMillis: since})],
    a.url = row.url,
    a.bio = row.bio
RETURN count(a) AS matched
