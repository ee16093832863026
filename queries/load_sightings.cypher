// name: load_sightings
// summary: Join posts to the source that shows them, once a sighting, and write how far the source
//   is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_sightings = $done
WITH s
UNWIND $rows AS row
MATCH (p:Post {key: row.post_key})
CREATE (p)-[r:RECORDED_IN {locator: row.locator}]->(s)
SET r.collected_at = CASE WHEN row.collected_at IS NOT NULL
                          THEN datetime({epochMillis: row.collected_at}) END
RETURN count(r) AS matched
