// name: load_account_aliases
// summary: Join accounts that the platform says are one, and write how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_account_aliases = $done
WITH s
UNWIND $rows AS row
MATCH (earlier:Account {key: row.key})
MATCH (later:Account {key: row.same_as})
MERGE (earlier)-[r:SAME_AS]->(later)
SET r.reason = row.reason,
    r.since = CASE WHEN row.since IS NOT NULL THEN datetime({epochMillis: row.since}) END
RETURN count(r) AS matched
