// name: search_detail_rows
// summary: Contact details with given keys, how many publish and mention them, and how some of those
//   write them.
// params: keys LIST<STRING>, most INTEGER
// returns: key STRING, kind STRING, value STRING, accounts INTEGER, posts INTEGER,
//   writings LIST<STRING>
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (d:ContactDetail {key: wanted})
RETURN d.key AS key,
       d.kind AS kind,
       d.value AS value,
       COUNT { (d)<-[:PUBLISHES]-() } AS accounts,
       COUNT { (d)<-[:MENTIONS]-() } AS posts,
       COLLECT {
         MATCH (d)<-[m:MENTIONS]-()
         WITH m
         LIMIT $most
         RETURN DISTINCT m.raw AS raw
         ORDER BY raw
       } AS writings
ORDER BY key
