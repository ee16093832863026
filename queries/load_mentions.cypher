// name: load_mentions
// summary: Join posts to the contact details they give, and write how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_mentions = $done
WITH s
UNWIND $rows AS row
MATCH (p:Post {key: row.post_key})
MATCH (d:ContactDetail {key: row.detail_key})
MERGE (p)-[m:MENTIONS]->(d)
ON CREATE SET m = row.properties
ON MATCH SET m += CASE WHEN row.is_latest THEN row.properties ELSE {} END
RETURN count(m) AS matched
