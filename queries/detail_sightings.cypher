// name: detail_sightings
// summary: Places in sources that show posts with a contact detail, by source and post, some at a
//   time; no more posts are read than a bound.
// params: key STRING, most INTEGER, skip INTEGER, limit INTEGER
// returns: source_key STRING, path STRING, locator STRING, post_key STRING, raw STRING,
//   collected_at DATETIME
// mode: read
MATCH (:ContactDetail {key: $key})<-[m:MENTIONS]-(p:Post)
WITH m, p
LIMIT $most
MATCH (p)-[r:RECORDED_IN]->(s:Source)
RETURN s.key AS source_key,
       s.path AS path,
       r.locator AS locator,
       p.key AS post_key,
       m.raw AS raw,
       r.collected_at AS collected_at
ORDER BY source_key, post_key, locator
SKIP $skip
LIMIT $limit
