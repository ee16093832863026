// name: load_taxa
// summary: Write taxa as the lists in use describe them, and how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_taxa = $done
WITH s
UNWIND $rows AS row
MERGE (t:Taxon {key: row.key})
SET t += row.properties
RETURN count(t) AS matched
