// name: hubs
// summary: Contact details that may serve strangers, the likeliest first.
// params: least_probability FLOAT, skip INTEGER, limit INTEGER
// returns: key STRING, kind STRING, value STRING, probability FLOAT, accounts INTEGER,
//   reasons LIST<STRING>
// mode: read
MATCH (d:ContactDetail)
WHERE d.hub_probability >= $least_probability
RETURN d.key AS key,
       d.kind AS kind,
       d.value AS value,
       d.hub_probability AS probability,
       d.hub_accounts AS accounts,
       coalesce(d.hub_reasons, []) AS reasons
ORDER BY probability DESC, accounts DESC, key
SKIP $skip
LIMIT $limit
