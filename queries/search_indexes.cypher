// name: search_indexes
// summary: Indexes of some names, and how far each is made.
// params: names LIST<STRING>
// returns: key STRING, state STRING, percent FLOAT
// mode: read
SHOW INDEXES YIELD name, state, populationPercent
WHERE name IN $names
RETURN name AS key, state AS state, populationPercent AS percent
ORDER BY key
