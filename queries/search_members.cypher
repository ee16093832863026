// name: search_members
// summary: Clusters of a snapshot that some accounts are in, those with most of them first.
// params: keys LIST<STRING>, snapshot STRING, limit INTEGER
// returns: key STRING, by_key STRING, members INTEGER
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (a:Account {key: wanted})-[:IN_CLUSTER]->(c:Cluster)
WHERE c.snapshot = $snapshot
WITH c, count(a) AS members, min(a.key) AS by_key
RETURN c.key AS key, by_key AS by_key, members
ORDER BY members DESC, key, by_key
LIMIT $limit
