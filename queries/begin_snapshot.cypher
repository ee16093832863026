// name: begin_snapshot
// summary: Write a snapshot before its results; it is not complete yet.
// params: rows LIST<MAP>
// returns: matched INTEGER
// mode: write
UNWIND $rows AS row
MERGE (s:Snapshot {key: row.key})
SET s += row.properties, s.complete = false
RETURN count(s) AS matched
