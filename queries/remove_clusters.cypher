// name: remove_clusters
// summary: Take clusters out of the graph that their snapshot does not have.
// params: snapshot STRING, keys LIST<STRING>
// returns: removed INTEGER
// mode: write
MATCH (c:Cluster {snapshot: $snapshot})
WHERE NOT c.key IN $keys
DETACH DELETE c
RETURN count(*) AS removed
