// name: load_images
// summary: Write images by their fingerprints, and how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_images = $done
WITH s
UNWIND $rows AS row
MERGE (i:Image {key: row.key})
SET i.sha256 = coalesce(row.sha256, i.sha256),
    i.perceptual_hash = coalesce(row.perceptual_hash, i.perceptual_hash),
    i.url = coalesce(row.url, i.url)
RETURN count(i) AS matched
