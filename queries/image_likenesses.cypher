// name: image_likenesses
// summary: Which pictures are said to look like which, the centre of their family.
// params: none
// returns: image_key STRING, family_key STRING, distance INTEGER
// mode: read
MATCH (i:Image)-[r:LOOKS_LIKE]->(c:Image)
RETURN i.key AS image_key,
       c.key AS family_key,
       r.distance AS distance
ORDER BY image_key, family_key
