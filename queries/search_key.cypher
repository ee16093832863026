// name: search_key
// summary: What has exactly one of some keys.
// params: keys LIST<STRING>
// returns: kind STRING, key STRING, label STRING
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
CALL {
  WITH wanted
  MATCH (n:Account {key: wanted}) RETURN 'account' AS kind, coalesce(n.name, n.handle) AS label
  UNION
  WITH wanted
  MATCH (n:Group {key: wanted}) RETURN 'group' AS kind, n.name AS label
  UNION
  WITH wanted
  MATCH (n:Post {key: wanted}) RETURN 'post' AS kind, n.text AS label
  UNION
  WITH wanted
  MATCH (n:ContactDetail {key: wanted}) RETURN 'contact_detail' AS kind, n.value AS label
  UNION
  WITH wanted
  MATCH (n:Cluster {key: wanted}) RETURN 'cluster' AS kind, n.id AS label
}
RETURN kind, wanted AS key, label
ORDER BY kind, key
