// name: group_sightings
// summary: In which source, and in the week from which day, posts of a group were collected; no more
//   posts are read than a bound.
// params: key STRING, most INTEGER, limit INTEGER
// returns: source_key STRING, path STRING, week STRING, posts INTEGER, sightings INTEGER
// mode: read
MATCH (:Group {key: $key})<-[:IN]-(p:Post)
WITH p
LIMIT $most
MATCH (p)-[r:RECORDED_IN]->(s:Source)
WITH s,
     CASE WHEN r.collected_at IS NOT NULL
          THEN toString(date(datetime.truncate('week', r.collected_at))) END AS week,
     count(DISTINCT p) AS posts,
     count(r) AS sightings
RETURN s.key AS source_key, s.path AS path, week, posts, sightings
ORDER BY source_key, week
LIMIT $limit
