// name: write_texts
// summary: Say which posts use a text that several accounts use, in the latest snapshot.
// params: rows LIST<MAP>, snapshot STRING
// returns: matched INTEGER
// mode: write
UNWIND $rows AS row
MATCH (p:Post {key: row.post_key})
MERGE (t:Text {key: row.text_key})
SET t.accounts = row.accounts, t.snapshot = $snapshot
MERGE (p)-[r:REUSES]->(t)
RETURN count(r) AS matched
