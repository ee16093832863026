// name: cluster_ties
// summary: Ties between accounts of a cluster, the strongest first.
// params: key STRING, limit INTEGER
// returns: account_a STRING, account_b STRING, score FLOAT, bits FLOAT, probability FLOAT,
//   reasons LIST<STRING>, evidence LIST<STRING>
// mode: read
MATCH (c:Cluster {key: $key})<-[:IN_CLUSTER]-(a:Account)
MATCH (a)-[t:TIED_TO {snapshot: c.snapshot}]->(b:Account)
WHERE EXISTS { (b)-[:IN_CLUSTER]->(c) }
RETURN a.key AS account_a,
       b.key AS account_b,
       t.score AS score,
       t.bits AS bits,
       t.probability AS probability,
       coalesce(t.reasons, []) AS reasons,
       coalesce(t.evidence, []) AS evidence
ORDER BY score DESC, account_a, account_b
LIMIT $limit
