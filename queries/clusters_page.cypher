// name: clusters_page
// summary: Clusters of a snapshot that fit a filter, in a chosen order, some at a time.
// params: snapshot STRING, least_size INTEGER, least_connectedness FLOAT, platform STRING,
//   words STRING, taxa LIST<STRING>, groups LIST<STRING>, active_from DATETIME,
//   active_until DATETIME, is_hub_joined BOOLEAN, hub_from FLOAT, least_stability FLOAT,
//   among LIST<STRING>, not_among LIST<STRING>,
//   order_by STRING, skip INTEGER, limit INTEGER
// returns: key STRING, id STRING, properties MAP
// mode: read
MATCH (c:Cluster {snapshot: $snapshot})
WHERE c.size >= $least_size
  AND ($least_connectedness IS NULL OR c.connectedness >= $least_connectedness)
  AND ($platform IS NULL OR $platform IN c.platforms)
  AND ($taxa IS NULL OR any(taxon IN coalesce(c.taxa, []) WHERE taxon IN $taxa))
  AND ($groups IS NULL OR any(name IN coalesce(c.groups, []) WHERE name IN $groups))
  AND ($active_from IS NULL OR c.span_last >= $active_from)
  AND ($active_until IS NULL OR c.span_first <= $active_until)
  AND ($among IS NULL OR c.id IN $among)
  AND ($not_among IS NULL OR NOT c.id IN $not_among)
  AND ($least_stability IS NULL OR NOT EXISTS {
         MATCH (c)<-[m:IN_CLUSTER]-(:Account)
         WHERE m.stability < $least_stability
       })
  AND ($is_hub_joined IS NULL OR NOT $is_hub_joined OR EXISTS {
         MATCH (c)<-[:IN_CLUSTER]-(a:Account)-[:PUBLISHES]->(d:ContactDetail)
         WHERE d.hub_probability >= $hub_from
         WITH d, count(DISTINCT a) AS publishers
         WHERE publishers >= 2
         RETURN d
       })
  AND ($is_hub_joined IS NULL OR $is_hub_joined OR NOT EXISTS {
         MATCH (c)<-[:IN_CLUSTER]-(a:Account)-[:PUBLISHES]->(d:ContactDetail)
         WHERE d.hub_probability >= $hub_from
         WITH d, count(DISTINCT a) AS publishers
         WHERE publishers >= 2
         RETURN d
       })
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
       WHEN 'offers' THEN c.offers
     END AS measure,
     CASE $order_by WHEN 'span_last' THEN c.span_last END AS time
ORDER BY coalesce(measure, -1.0) DESC, time IS NULL, time DESC, c.size DESC, c.key, c.id
SKIP $skip
LIMIT $limit
RETURN c.key AS key, c.id AS id, properties(c) AS properties
ORDER BY coalesce(measure, -1.0) DESC, time IS NULL, time DESC, c.size DESC, key, id
