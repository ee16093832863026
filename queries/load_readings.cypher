// name: load_readings
// summary: Write what else posts say: language, prices, measures, entries of the lexicon and places;
//   and how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_readings = $done
WITH s
UNWIND $rows AS row
MATCH (p:Post {key: row.post_key})
SET p += row.properties
FOREACH (_ IN CASE WHEN row.is_listing THEN [1] ELSE [] END | SET p:Listing)
RETURN count(p) AS matched
