// name: write_clusters
// summary: Write clusters of a snapshot with exactly these members.
// params: rows LIST<MAP>, snapshot STRING
// returns: matched INTEGER
// mode: write
UNWIND $rows AS row
MERGE (c:Cluster {key: row.key})
SET c += row.properties, c.snapshot = $snapshot
WITH row, c
CALL {
  WITH row, c
  OPTIONAL MATCH (c)<-[old:IN_CLUSTER]-()
  DELETE old
  WITH DISTINCT row, c
  UNWIND row.members AS member
  MATCH (a:Account {key: member.account_key})
  CREATE (a)-[:IN_CLUSTER {role: member.role, stability: member.stability}]->(c)
  RETURN count(a) AS members
}
WITH row, members
WHERE members = size(row.members)
RETURN count(row) AS matched
