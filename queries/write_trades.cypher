// name: write_trades
// summary: Join accounts by what the first did towards the second; no evidence of a tie.
// params: rows LIST<MAP>, snapshot STRING
// returns: matched INTEGER
// mode: write
UNWIND $rows AS row
MATCH (a:Account {key: row.from_key})
MATCH (b:Account {key: row.to_key})
MERGE (a)-[t:TRADES_WITH]->(b)
SET t = row.properties, t.snapshot = $snapshot
RETURN count(t) AS matched
