// name: clusters_count
// summary: How many clusters of a snapshot fit a filter.
// params: snapshot STRING, least_size INTEGER, least_connectedness FLOAT, platform STRING,
//   words STRING
// returns: clusters INTEGER
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
RETURN count(c) AS clusters
