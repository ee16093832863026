// name: account_links
// summary: Relations recorded elsewhere of an account, or of a contact detail that it publishes, the
//   latest first, some at a time.
// params: key STRING, skip INTEGER, limit INTEGER
// returns: link_key STRING, from_key STRING, to_key STRING, from_name STRING, to_name STRING,
//   kind STRING, occurred_at DATETIME, occurred_at_raw STRING, amount STRING, currency STRING,
//   origin STRING, grade STRING, handling STRING, through STRING, recorded_in LIST<STRING>
// mode: read
MATCH (a:Account {key: $key})
CALL {
  WITH a
  MATCH (a)-[r:LINKED_TO]-()
  RETURN r, null AS through
  UNION
  WITH a
  MATCH (a)-[:PUBLISHES]->(d:ContactDetail)-[r:LINKED_TO]-()
  RETURN r, d.key AS through
  UNION
  WITH a
  MATCH (a)<-[:REACHES]-(d:ContactDetail)-[r:LINKED_TO]-()
  RETURN r, d.key AS through
}
WITH r, min(through) AS through
RETURN r.key AS link_key,
       startNode(r).key AS from_key,
       endNode(r).key AS to_key,
       startNode(r).name AS from_name,
       endNode(r).name AS to_name,
       r.kind AS kind,
       r.occurred_at AS occurred_at,
       r.occurred_at_raw AS occurred_at_raw,
       r.amount AS amount,
       r.currency AS currency,
       r.origin AS origin,
       r.grade AS grade,
       r.handling AS handling,
       through,
       r.recorded_in AS recorded_in
ORDER BY occurred_at IS NULL, occurred_at DESC, link_key, from_key, to_key
SKIP $skip
LIMIT $limit
