// name: account_images
// summary: How many pictures an account's posts show, and how many of them others show as well.
// params: key STRING, not_compared LIST<STRING>
// returns: posts INTEGER, pictures INTEGER, shared_posts INTEGER, shared_pictures INTEGER
// mode: read
MATCH (a:Account {key: $key})-[:POSTED]->(p:Post)-[:SHOWS]->(i:Image)
OPTIONAL MATCH (i)-[:LOOKS_LIKE]->(c:Image)
WITH a,
     p,
     coalesce(c, i) AS family
WITH a,
     family,
     collect(DISTINCT p) AS own,
     NOT coalesce(family.perceptual_hash, '') IN $not_compared
     AND EXISTS {
       MATCH (family)<-[:LOOKS_LIKE*0..1]-(:Image)<-[:SHOWS]-(:Post)<-[:POSTED]-(b:Account)
       WHERE b <> a
     } AS is_shared
UNWIND own AS p
RETURN count(DISTINCT p) AS posts,
       count(DISTINCT family) AS pictures,
       count(DISTINCT CASE WHEN is_shared THEN p END) AS shared_posts,
       count(DISTINCT CASE WHEN is_shared THEN family END) AS shared_pictures
ORDER BY posts, pictures, shared_posts, shared_pictures
