// name: load_memberships
// summary: Join accounts to their groups, and write how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_memberships = $done
WITH s
UNWIND $rows AS row
MATCH (a:Account {key: row.account_key})
MATCH (g:Group {key: row.group_key})
MERGE (a)-[m:MEMBER_OF]->(g)
SET m.role = row.role,
    m.first_seen = CASE WHEN row.first_seen IS NOT NULL
                        THEN datetime({epochMillis: row.first_seen}) END,
    m.last_seen = CASE WHEN row.last_seen IS NOT NULL
                       THEN datetime({epochMillis: row.last_seen}) END,
    m.joined_at = CASE WHEN row.joined_at IS NOT NULL
                       THEN datetime({epochMillis: row.joined_at}) END,
    m.left_at = CASE WHEN row.left_at IS NOT NULL
                     THEN datetime({epochMillis: row.left_at}) END
RETURN count(m) AS matched
