// name: write_ties
// summary: Join accounts by ties with their reasons.
// params: rows LIST<MAP>, snapshot STRING
// returns: matched INTEGER
// mode: write
UNWIND $rows AS row
MATCH (a:Account {key: row.account_a})
MATCH (b:Account {key: row.account_b})
MERGE (a)-[t:TIED_TO]->(b)
SET t = row.properties, t.snapshot = $snapshot
RETURN count(t) AS matched
