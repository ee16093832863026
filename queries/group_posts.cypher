// name: group_posts
// summary: When the posts of a group were posted and by whom, in three lists of one order; a post of
//   several accounts is in them for each; no more posts than a bound.
// params: key STRING, most INTEGER, unknown INTEGER
// returns: posts LIST<STRING>, times LIST<INTEGER>, accounts LIST<STRING>
// mode: read
MATCH (:Group {key: $key})<-[:IN]-(p:Post)
WITH p
LIMIT $most
OPTIONAL MATCH (p)<-[:POSTED]-(a:Account)
RETURN collect(p.key) AS posts,
       collect(coalesce(p.posted_at.epochMillis, $unknown)) AS times,
       collect(coalesce(a.key, '')) AS accounts
