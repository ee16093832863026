// name: load_publications
// summary: Join accounts to the contact details they publish, part them from those that they only
//   pass on, and write how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_publications = $done
WITH s
UNWIND $rows AS row
MATCH (a:Account {key: row.account_key})
MATCH (d:ContactDetail {key: row.detail_key})
OPTIONAL MATCH (a)-[gone:PUBLISHES]->(d) WHERE NOT row.is_published
FOREACH (_ IN CASE WHEN row.is_published THEN [1] ELSE [] END |
  MERGE (a)-[r:PUBLISHES]->(d)
  SET r.posts = row.posts,
      r.first_seen = CASE WHEN row.first_seen IS NOT NULL
                          THEN datetime({epochMillis: row.first_seen}) END,
      r.last_seen = CASE WHEN row.last_seen IS NOT NULL
                         THEN datetime({epochMillis: row.last_seen}) END)
DELETE gone
RETURN count(*) AS matched
