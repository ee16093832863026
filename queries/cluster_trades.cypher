// name: cluster_trades
// summary: Directed interaction between accounts of a cluster, most often first.
// params: key STRING, limit INTEGER
// returns: from_key STRING, to_key STRING, times INTEGER, first_seen DATETIME,
//   last_seen DATETIME, facts LIST<STRING>
// mode: read
MATCH (c:Cluster {key: $key})<-[:IN_CLUSTER]-(a:Account)
MATCH (a)-[t:TRADES_WITH {snapshot: c.snapshot}]->(b:Account)
WHERE EXISTS { (b)-[:IN_CLUSTER]->(c) }
RETURN a.key AS from_key,
       b.key AS to_key,
       t.times AS times,
       t.first_seen AS first_seen,
       t.last_seen AS last_seen,
       coalesce(t.facts, []) AS facts
ORDER BY times DESC, from_key, to_key
LIMIT $limit
