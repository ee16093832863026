// name: post_pictures_sealed
// summary: For each of some pictures, the sealed pictures that it looks like, sealed posts that
//   show one of these, and sealed accounts, or accounts of some categories, that posted those.
// params: keys LIST<STRING>, pictures LIST<STRING>, posts LIST<STRING>, accounts LIST<STRING>,
//   lifted LIST<STRING>, categories LIST<STRING>, limit INTEGER
// returns: key STRING, pictures LIST<STRING>, posts LIST<STRING>, accounts LIST<STRING>
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (i:Image {key: wanted})
OPTIONAL MATCH (i)-[:LOOKS_LIKE]->(c:Image)
WITH i, coalesce(c, i) AS family
RETURN i.key AS key,
       COLLECT {
         MATCH (family)<-[:LOOKS_LIKE*0..1]-(j:Image)
         WHERE j.key IN $pictures
         RETURN j.key ORDER BY j.key LIMIT $limit
       } AS pictures,
       COLLECT {
         MATCH (family)<-[:LOOKS_LIKE*0..1]-(:Image)<-[:SHOWS]-(p:Post)
         WHERE p.key IN $posts
         RETURN DISTINCT p.key ORDER BY p.key LIMIT $limit
       } AS posts,
       COLLECT {
         MATCH (family)<-[:LOOKS_LIKE*0..1]-(:Image)<-[:SHOWS]-(:Post)<-[:POSTED]-(a:Account)
         WHERE a.key IN $accounts OR (a.category IN $categories AND NOT a.key IN $lifted)
         RETURN DISTINCT a.key ORDER BY a.key LIMIT $limit
       } AS accounts
ORDER BY key
