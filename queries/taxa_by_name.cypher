// name: taxa_by_name
// summary: What the lists in use say of taxa with given scientific names.
// params: names LIST<STRING>
// returns: key STRING, scientific_name STRING, english STRING, listed STRING
// mode: read
MATCH (t:Taxon)
WHERE t.scientific_name IN $names
RETURN t.key AS key, t.scientific_name AS scientific_name, t.english AS english, t.listed AS listed
ORDER BY key
