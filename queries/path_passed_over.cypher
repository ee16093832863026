// name: path_passed_over
// summary: What two accounts share that joins strangers: likely hubs, and what many others share.
// params: account_a STRING, account_b STRING, likely_hub FLOAT, most_sharing INTEGER,
//   small_group INTEGER, limit INTEGER
// returns: key STRING, kind STRING, accounts INTEGER, is_hub BOOLEAN
// mode: read
MATCH (a:Account {key: $account_a}), (b:Account {key: $account_b})
CALL {
  WITH a, b
  MATCH (a)-[:PUBLISHES|REACHES]-(d:ContactDetail)-[:PUBLISHES|REACHES]-(b)
  WITH d, COUNT { (d)<-[:PUBLISHES]-() } AS accounts,
       coalesce(d.hub_probability, 0.0) > $likely_hub AS is_hub
  WHERE is_hub OR accounts > $most_sharing
  RETURN d.key AS key, 'contact_detail' AS kind, accounts, is_hub
  UNION
  WITH a, b
  MATCH (a)-[:MEMBER_OF]->(g:Group)<-[:MEMBER_OF]-(b)
  WITH g, COUNT { (g)<-[:MEMBER_OF]-() } AS accounts
  WHERE accounts > $small_group
  RETURN g.key AS key, 'group' AS kind, accounts, false AS is_hub
  UNION
  WITH a, b
  MATCH (a)-[:POSTED]->(:Post)-[:REUSES]->(t:Text)
  WITH DISTINCT b, t
  WHERE t.accounts > $most_sharing AND EXISTS { (t)<-[:REUSES]-(:Post)<-[:POSTED]-(b) }
  RETURN t.key AS key, 'text' AS kind, t.accounts AS accounts, false AS is_hub
}
RETURN key, kind, accounts, is_hub
ORDER BY is_hub DESC, accounts, key
LIMIT $limit
