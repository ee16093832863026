// name: path_nodes
// summary: What the nodes of a path are, and are called.
// params: keys LIST<STRING>, one INTEGER
// returns: key STRING, kind STRING, label STRING, detail_kind STRING
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
CALL {
  WITH wanted
  MATCH (n:Account {key: wanted})
  RETURN 'account' AS kind, coalesce(n.name, '@' + n.handle) AS label, null AS detail_kind
  UNION
  WITH wanted
  MATCH (n:ContactDetail {key: wanted})
  RETURN 'contact_detail' AS kind, n.value AS label, n.kind AS detail_kind
  UNION
  WITH wanted
  MATCH (n:Group {key: wanted})
  RETURN 'group' AS kind, n.name AS label, null AS detail_kind
  UNION
  WITH wanted
  MATCH (n:Text {key: wanted})
  RETURN 'text' AS kind,
         head(COLLECT {
           MATCH (n)<-[:REUSES]-(p:Post) RETURN p.text ORDER BY p.key LIMIT $one
         }) AS label,
         null AS detail_kind
}
RETURN wanted AS key, kind, label, detail_kind
ORDER BY key
