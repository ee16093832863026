// name: write_successors
// summary: Join a new account to the one that it may carry on from; put to a person, no tie.
// params: rows LIST<MAP>, snapshot STRING
// returns: matched INTEGER
// mode: write
UNWIND $rows AS row
MATCH (a:Account {key: row.account_key})
MATCH (b:Account {key: row.of})
MERGE (a)-[s:SUCCEEDS]->(b)
SET s = row.properties, s.snapshot = $snapshot
RETURN count(s) AS matched
