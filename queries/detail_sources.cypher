// name: detail_sources
// summary: Sources that show posts with a contact detail; no more posts are read than a bound.
// params: key STRING, most INTEGER, limit INTEGER
// returns: source_key STRING, path STRING, posts INTEGER, sightings INTEGER,
//   first_collected DATETIME, last_collected DATETIME
// mode: read
MATCH (:ContactDetail {key: $key})<-[:MENTIONS]-(p:Post)
WITH p
LIMIT $most
MATCH (p)-[r:RECORDED_IN]->(s:Source)
WITH s,
     count(DISTINCT p) AS posts,
     count(r) AS sightings,
     min(r.collected_at) AS first_collected,
     max(r.collected_at) AS last_collected
RETURN s.key AS source_key,
       s.path AS path,
       posts,
       sightings,
       first_collected,
       last_collected
ORDER BY sightings DESC, source_key
LIMIT $limit
