// name: accounts_by_prefix
// summary: Accounts whose key begins in some way.
// params: prefix STRING, limit INTEGER
// returns: key STRING, label STRING
// mode: read
MATCH (a:Account)
WHERE a.key STARTS WITH $prefix
RETURN a.key AS key, coalesce(a.name, a.handle) AS label
ORDER BY key
LIMIT $limit
