// name: load_new_posts
// summary: Write posts that are not in the graph yet, and how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_new_posts = $done
WITH s
UNWIND $rows AS row
CREATE (p:Post {key: row.key})
SET p += row.properties,
    p.posted_at = CASE WHEN row.posted_at IS NOT NULL
                       THEN datetime({epochMillis: row.posted_at}) END,
    p.collected_at = CASE WHEN row.collected_at IS NOT NULL
                          THEN datetime({epochMillis: row.collected_at}) END
FOREACH (_ IN CASE WHEN row.is_listing THEN [1] ELSE [] END | SET p:Listing)
RETURN count(p) AS matched
