// name: account_shared_images
// summary: Accounts that show pictures like an account's, those with most of them first.
// params: key STRING, not_compared LIST<STRING>, skip INTEGER, limit INTEGER
// returns: account_key STRING, name STRING, handle STRING, pictures INTEGER, posts INTEGER
// mode: read
MATCH (a:Account {key: $key})-[:POSTED]->(:Post)-[:SHOWS]->(i:Image)
WHERE NOT coalesce(i.perceptual_hash, '') IN $not_compared
OPTIONAL MATCH (i)-[:LOOKS_LIKE]->(c:Image)
WITH DISTINCT a, coalesce(c, i) AS family
MATCH (family)<-[:LOOKS_LIKE*0..1]-(:Image)<-[:SHOWS]-(q:Post)<-[:POSTED]-(b:Account)
WHERE b <> a
WITH b,
     count(DISTINCT family) AS pictures,
     count(DISTINCT q) AS posts
RETURN b.key AS account_key,
       b.name AS name,
       b.handle AS handle,
       pictures,
       posts
ORDER BY pictures DESC, posts DESC, account_key
SKIP $skip
LIMIT $limit
