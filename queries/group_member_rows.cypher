// name: group_member_rows
// summary: Some accounts of a group, as rows of a list.
// params: key STRING, keys LIST<STRING>, snapshot STRING
// returns: account_key STRING, handle STRING, name STRING, role STRING, first_seen DATETIME,
//   last_seen DATETIME, joined_at DATETIME, left_at DATETIME, cluster_id STRING
// mode: read
MATCH (g:Group {key: $key})
UNWIND $keys AS wanted
MATCH (a:Account {key: wanted})-[m:MEMBER_OF]->(g)
RETURN a.key AS account_key,
       a.handle AS handle,
       a.name AS name,
       m.role AS role,
       m.first_seen AS first_seen,
       m.last_seen AS last_seen,
       m.joined_at AS joined_at,
       m.left_at AS left_at,
       head(COLLECT {
         MATCH (a)-[:IN_CLUSTER]->(c:Cluster {snapshot: $snapshot})
         RETURN c.id
       }) AS cluster_id
ORDER BY account_key, cluster_id
