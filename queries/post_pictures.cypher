// name: post_pictures
// summary: The first pictures of posts with given keys, and how many there are; posts without
//   one are left out.
// params: keys LIST<STRING>, limit INTEGER
// returns: post_key STRING, pictures LIST<MAP>, in_all INTEGER
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (p:Post {key: wanted})
WHERE EXISTS { (p)-[:SHOWS]->(:Image) }
RETURN p.key AS post_key,
       COLLECT {
         MATCH (p)-[:SHOWS]->(i:Image)
         RETURN {key: i.key, sha256: i.sha256} ORDER BY i.key LIMIT $limit
       } AS pictures,
       COUNT { (p)-[:SHOWS]->(:Image) } AS in_all
ORDER BY post_key
