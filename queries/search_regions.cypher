// name: search_regions
// summary: Countries whose national numbers are meant in sources, those of most sources first.
// params: limit INTEGER
// returns: region_id STRING, sources INTEGER
// mode: read
MATCH (s:Source)
WHERE s.region IS NOT NULL
RETURN s.region AS region_id, count(s) AS sources
ORDER BY sources DESC, region_id
LIMIT $limit
