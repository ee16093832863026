// name: cluster_details
// summary: Contact details that several accounts of a cluster publish, the most shared first.
// params: key STRING, limit INTEGER
// returns: detail_key STRING, kind STRING, value STRING, publishers LIST<MAP>, in_all INTEGER,
//   hub_probability FLOAT
// mode: read
MATCH (:Cluster {key: $key})<-[:IN_CLUSTER]-(a:Account)-[r:PUBLISHES]->(d:ContactDetail)
WITH d, a, r
ORDER BY a.key
WITH d,
     collect({
       account_key: a.key,
       posts: r.posts,
       first_seen: r.first_seen,
       last_seen: r.last_seen
     }) AS publishers
WHERE size(publishers) >= 2
RETURN d.key AS detail_key,
       d.kind AS kind,
       d.value AS value,
       publishers,
       COUNT { (d)<-[:PUBLISHES]-() } AS in_all,
       d.hub_probability AS hub_probability
ORDER BY size(publishers) DESC, detail_key
LIMIT $limit
