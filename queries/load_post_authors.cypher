// name: load_post_authors
// summary: Join posts to the accounts that posted them, and write how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_post_authors = $done
WITH s
UNWIND $rows AS row
MATCH (p:Post {key: row.post_key})
MATCH (a:Account {key: row.account_key})
MERGE (a)-[:POSTED]->(p)
RETURN count(p) AS matched
