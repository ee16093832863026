// name: load_groups
// summary: Write groups and how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_groups = $done
WITH s
UNWIND $rows AS row
MERGE (g:Group {key: row.key})
SET g.platform = row.platform,
    g.native_id = row.native_id,
    g.name = row.name,
    g.names = row.names,
    g.names_since = [since IN row.names_since | datetime({epochMillis: since})],
    g.folded = row.folded
RETURN count(g) AS matched
