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
  CREATE (a)-[m:IN_CLUSTER]->(c)
  SET m.role = member.role, m.stability = member.stability, m.borderline = member.borderline,
      m.by_seed = member.by_seed, m.betweenness = member.betweenness,
      m.constraint = member.constraint, m.core = member.core
  RETURN count(a) AS members
}
WITH row, members
WHERE members = size(row.members)
RETURN count(row) AS matched
