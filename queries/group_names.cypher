// name: group_names
// summary: What groups are called.
// params: keys LIST<STRING>
// returns: key STRING, group_name STRING
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (g:Group {key: wanted})
WHERE g.name IS NOT NULL
RETURN g.key AS key, g.name AS group_name
ORDER BY key
