// name: search_publishers
// summary: Accounts of a platform that publish some contact details, in most posts first.
// params: keys LIST<STRING>, platform STRING, limit INTEGER
// returns: key STRING, by_key STRING, platform STRING
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (:ContactDetail {key: wanted})<-[r:PUBLISHES]-(a:Account)
WHERE $platform IS NULL OR a.platform = $platform
WITH a, min(wanted) AS by_key, sum(r.posts) AS posts
RETURN a.key AS key, by_key AS by_key, a.platform AS platform
ORDER BY posts DESC, key, by_key
LIMIT $limit
