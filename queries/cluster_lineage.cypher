// name: cluster_lineage
// summary: Earlier clusters that a cluster goes on from, and what these go on from, at most twenty
//   steps back, the nearest first.
// params: key STRING, limit INTEGER
// returns: key STRING, id STRING, snapshot STRING, as_of STRING, size INTEGER, event STRING,
//   accounts INTEGER, share FLOAT, of_key STRING, of_id STRING, in_graph BOOLEAN
// mode: read
MATCH way = (:Cluster {key: $key})-[:CONTINUES*1..20]->(:Cluster)
WITH last(relationships(way)) AS line, min(length(way)) AS steps
WITH line, steps, startNode(line) AS now, endNode(line) AS before
OPTIONAL MATCH (s:Snapshot {key: 'snapshot:' + before.snapshot})
RETURN before.key AS key,
       before.id AS id,
       before.snapshot AS snapshot,
       s.as_of AS as_of,
       before.size AS size,
       line.event AS event,
       line.accounts AS accounts,
       line.share AS share,
       now.key AS of_key,
       now.id AS of_id,
       before.connectedness IS NOT NULL AS in_graph
ORDER BY steps, key, of_key, id, of_id
LIMIT $limit
