// name: detail_rows
// summary: Contact details with given keys, as rows of a list.
// params: keys LIST<STRING>
// returns: key STRING, kind STRING, value STRING, accounts INTEGER, posts INTEGER,
//   hub_probability FLOAT
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (d:ContactDetail {key: wanted})
RETURN d.key AS key,
       d.kind AS kind,
       d.value AS value,
       COUNT { (d)<-[:PUBLISHES]-() } AS accounts,
       COUNT { (d)<-[:MENTIONS]-() } AS posts,
       d.hub_probability AS hub_probability
ORDER BY key
