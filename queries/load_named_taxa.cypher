// name: load_named_taxa
// summary: Join other posts to the taxa they name, and write how far the source is
//   loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_named_taxa = $done
WITH s
UNWIND $rows AS row
MATCH (p:Post {key: row.post_key})
MATCH (t:Taxon {key: row.taxon_key})
MERGE (p)-[r:NAMES]->(t)
SET r = row.properties
RETURN count(r) AS matched
