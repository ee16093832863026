// name: write_lineage
// summary: Join clusters to those of an earlier snapshot that they go on from.
// params: rows LIST<MAP>
// returns: matched INTEGER
// mode: write
UNWIND $rows AS row
MATCH (now:Cluster {key: row.now_key})
MERGE (before:Cluster {key: row.before_key})
ON CREATE SET before += row.before
MERGE (now)-[c:CONTINUES]->(before)
SET c.event = row.event, c.accounts = row.accounts, c.share = row.share
RETURN count(c) AS matched
