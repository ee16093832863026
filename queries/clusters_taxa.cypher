// name: clusters_taxa
// summary: Taxa that posts name, with how the lists in use protect them.
// params: limit INTEGER
// returns: key STRING, scientific_name STRING, english STRING, listed STRING
// mode: read
MATCH (t:Taxon)
RETURN t.key AS key, t.scientific_name AS scientific_name, t.english AS english, t.listed AS listed
ORDER BY key
LIMIT $limit
