// name: load_source
// summary: Write what is known of a source before its rows are loaded.
// params: rows LIST<MAP>
// returns: matched INTEGER
// mode: write
UNWIND $rows AS row
MERGE (s:Source {key: row.key})
ON CREATE SET s.complete = false
SET s += row.properties
RETURN count(s) AS matched
