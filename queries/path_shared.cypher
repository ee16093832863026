// name: path_shared
// summary: Accounts that share something with some accounts that few others share, the rarest
//   first; no likely hub.
// params: keys LIST<STRING>, likely_hub FLOAT, most_sharing INTEGER, small_group INTEGER,
//   limit INTEGER
// returns: account_a STRING, account_b STRING, thing_key STRING, how_a STRING, how_b STRING,
//   accounts INTEGER
// mode: read
UNWIND $keys AS wanted
MATCH (a:Account {key: wanted})
CALL {
  WITH a
  MATCH (a)-[r:PUBLISHES|REACHES]-(d:ContactDetail)
  WITH a, type(r) AS how_a, d, COUNT { (d)<-[:PUBLISHES]-() } AS accounts
  WHERE coalesce(d.hub_probability, 0.0) <= $likely_hub AND accounts <= $most_sharing
  MATCH (d)-[s:PUBLISHES|REACHES]-(b:Account)
  RETURN b, d.key AS thing_key, how_a, type(s) AS how_b, accounts
  UNION
  WITH a
  MATCH (a)-[:MEMBER_OF]->(g:Group)
  WITH a, g, COUNT { (g)<-[:MEMBER_OF]-() } AS accounts
  WHERE accounts <= $small_group
  MATCH (g)<-[:MEMBER_OF]-(b:Account)
  RETURN b, g.key AS thing_key, 'MEMBER_OF' AS how_a, 'MEMBER_OF' AS how_b, accounts
  UNION
  WITH a
  MATCH (a)-[:POSTED]->(:Post)-[:REUSES]->(t:Text)
  WITH DISTINCT a, t
  WHERE t.accounts <= $most_sharing
  MATCH (t)<-[:REUSES]-(:Post)<-[:POSTED]-(b:Account)
  RETURN DISTINCT b, t.key AS thing_key, 'REUSES' AS how_a, 'REUSES' AS how_b,
                  t.accounts AS accounts
}
WITH a, b, thing_key, how_a, how_b, accounts
WHERE b <> a
RETURN a.key AS account_a, b.key AS account_b, thing_key, how_a, how_b, accounts
ORDER BY accounts, account_a, account_b, thing_key, how_a, how_b
LIMIT $limit
