// name: cluster_places_count
// summary: How many places posts of a cluster's accounts name, and of how many posts the place is
//   left out, as they offer or seek a threatened taxon.
// params: key STRING, threatened LIST<STRING>
// returns: places INTEGER, left_out INTEGER
// mode: read
MATCH (:Cluster {key: $key})<-[:IN_CLUSTER]-(:Account)-[:POSTED]->(p:Post)
WHERE p.places IS NOT NULL OR p.location IS NOT NULL
WITH DISTINCT p
WITH p, EXISTS { MATCH (p)-[:OFFERS]->(t:Taxon) WHERE t.key IN $threatened } AS is_left_out
UNWIND CASE WHEN is_left_out THEN [null]
            ELSE [said IN coalesce(p.places, []) | 'text ' + toLower(said)]
                 + CASE WHEN p.location IS NULL THEN [] ELSE ['source ' + toLower(p.location)] END
       END AS read
RETURN count(DISTINCT read) AS places, count(CASE WHEN is_left_out THEN p END) AS left_out
