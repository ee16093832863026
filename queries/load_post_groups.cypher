// name: load_post_groups
// summary: Join posts to the groups they stand in, and write how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_post_groups = $done
WITH s
UNWIND $rows AS row
MATCH (p:Post {key: row.post_key})
MATCH (g:Group {key: row.group_key})
MERGE (p)-[:IN]->(g)
RETURN count(p) AS matched
