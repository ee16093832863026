// name: detail_publishers
// summary: Accounts that publish one of some contact details, in most posts first.
// params: keys LIST<STRING>, limit INTEGER
// returns: account_key STRING, detail_key STRING, kind STRING, value STRING, posts INTEGER
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (d:ContactDetail {key: wanted})<-[r:PUBLISHES]-(a:Account)
RETURN a.key AS account_key,
       d.key AS detail_key,
       d.kind AS kind,
       d.value AS value,
       r.posts AS posts
ORDER BY posts DESC, account_key, detail_key
LIMIT $limit
