// name: load_shown_images
// summary: Join posts to the images they show, and write how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_shown_images = $done
WITH s
UNWIND $rows AS row
MATCH (p:Post {key: row.post_key})
MATCH (i:Image {key: row.image_key})
MERGE (p)-[r:SHOWS]->(i)
RETURN count(r) AS matched
