// name: load_details
// summary: Write contact details and how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_details = $done
WITH s
UNWIND $rows AS row
MERGE (d:ContactDetail {key: row.key})
ON CREATE SET d.kind = row.kind, d.value = row.value
RETURN count(d) AS matched
