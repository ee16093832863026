// name: clusters_page
// summary: Clusters of a snapshot that fit a filter, in a chosen order, some at a time.
// params: snapshot STRING, least_size INTEGER, least_connectedness FLOAT, platform STRING,
//   words STRING, order_by STRING, skip INTEGER, limit INTEGER
// returns: key STRING, id STRING, properties MAP
// mode: read
MATCH (c:Cluster {snapshot: $snapshot})
WHERE c.size >= $least_size
  AND ($least_connectedness IS NULL OR c.connectedness >= $least_connectedness)
  AND ($platform IS NULL OR $platform IN c.platforms)
  AND ($words IS NULL
       OR toLower(c.id) CONTAINS toLower($words)
       OR EXISTS {
         MATCH (c)<-[:IN_CLUSTER]-(a:Account)
         WHERE toLower(a.key) CONTAINS toLower($words)
            OR any(name IN coalesce(a.names, []) WHERE toLower(name) CONTAINS toLower($words))
       })
WITH c,
     CASE $order_by
       WHEN 'size' THEN c.size
       WHEN 'trade_relevance' THEN c.trade_relevance
       WHEN 'connectedness' THEN c.connectedness
     END AS measure,
     CASE $order_by WHEN 'span_last' THEN c.span_last END AS time
RETURN c.key AS key, c.id AS id, properties(c) AS properties
ORDER BY coalesce(measure, -1.0) DESC, time IS NULL, time DESC, c.size DESC, key, id
SKIP $skip
LIMIT $limit
