// name: load_reaches
// summary: Join contact details to the accounts they are, and write how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_reaches = $done
WITH s
UNWIND $rows AS row
MATCH (d:ContactDetail {key: row.detail_key})
MATCH (a:Account {key: row.account_key})
MERGE (d)-[r:REACHES]->(a)
RETURN count(r) AS matched
