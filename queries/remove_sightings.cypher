// name: remove_sightings
// summary: Take some of a source's sightings out of the graph, before it is loaded anew.
// params: source_key STRING, limit INTEGER
// returns: removed INTEGER
// mode: write
MATCH (:Source {key: $source_key})<-[r:RECORDED_IN]-()
WITH r
LIMIT $limit
DELETE r
RETURN count(*) AS removed
