// name: detail_profile
// summary: One contact detail, and how much hangs on it.
// params: key STRING, most_reached INTEGER
// returns: key STRING, kind STRING, value STRING, accounts INTEGER, posts INTEGER,
//   hub_probability FLOAT, hub_reasons LIST<STRING>, reached LIST<MAP>
// mode: read
MATCH (d:ContactDetail {key: $key})
RETURN d.key AS key,
       d.kind AS kind,
       d.value AS value,
       COUNT { (d)<-[:PUBLISHES]-() } AS accounts,
       COUNT { (d)<-[:MENTIONS]-() } AS posts,
       d.hub_probability AS hub_probability,
       coalesce(d.hub_reasons, []) AS hub_reasons,
       COLLECT {
         MATCH (d)-[:REACHES]->(a:Account)
         RETURN {account_key: a.key, handle: a.handle, name: a.name}
         ORDER BY a.key
         LIMIT $most_reached
       } AS reached
ORDER BY key
