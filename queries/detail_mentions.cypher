// name: detail_mentions
// summary: When the posts that give a contact detail were posted, in two lists of one order; no
//   more posts than a bound.
// params: key STRING, most INTEGER, unknown INTEGER
// returns: posts LIST<STRING>, times LIST<INTEGER>
// mode: read
MATCH (:ContactDetail {key: $key})<-[:MENTIONS]-(p:Post)
WITH p
LIMIT $most
RETURN collect(p.key) AS posts,
       collect(coalesce(p.posted_at.epochMillis, $unknown)) AS times
