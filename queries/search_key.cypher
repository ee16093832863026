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
  UNION
  WITH wanted
  MATCH (n:Taxon {key: wanted}) RETURN 'taxon' AS kind, n.scientific_name AS label
  UNION
  WITH wanted
  MATCH (n:Source {key: wanted}) RETURN 'source' AS kind, n.path AS label
  UNION
  WITH wanted
  MATCH (n:Snapshot {key: wanted}) RETURN 'snapshot' AS kind, n.id AS label
  UNION
  WITH wanted
  MATCH (n:Image {key: wanted}) RETURN 'image' AS kind, n.key AS label
  UNION
  WITH wanted
  MATCH (n:Text {key: wanted}) RETURN 'text' AS kind, n.key AS label
  UNION
  WITH wanted
  MATCH (n:Case {key: wanted}) RETURN 'case' AS kind, n.name AS label
}
RETURN kind, wanted AS key, label
ORDER BY kind, key
