// name: search_post_rows
// summary: Posts with given keys: who, when, where and what, and how they write what was looked for.
// params: keys LIST<STRING>, by_keys LIST<STRING>
// returns: key STRING, platform STRING, posted_at DATETIME, text STRING, translation STRING,
//   authors LIST<MAP>, groups LIST<MAP>, writings LIST<STRING>
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (p:Post {key: wanted})
RETURN p.key AS key,
       p.platform AS platform,
       p.posted_at AS posted_at,
       p.text AS text,
       p.translation AS translation,
       COLLECT {
         MATCH (p)<-[:POSTED]-(a:Account)
         RETURN {key: a.key, handle: a.handle, name: a.name} ORDER BY a.key
       } AS authors,
       COLLECT {
         MATCH (p)-[:IN]->(g:Group)
         RETURN {key: g.key, name: g.name} ORDER BY g.key
       } AS groups,
       COLLECT {
         MATCH (p)-[m:MENTIONS]->(d:ContactDetail)
         WHERE d.key IN $by_keys
         RETURN DISTINCT m.raw AS raw ORDER BY raw
       } + COLLECT {
         MATCH (p)-[n:OFFERS|NAMES]->(t:Taxon)
         WHERE t.key IN $by_keys
         UNWIND n.names AS name
         RETURN DISTINCT name ORDER BY name
       } AS writings
ORDER BY key
