// name: write_image_likenesses
// summary: Say which pictures look like which, the centre of their family.
// params: rows LIST<MAP>
// returns: matched INTEGER
// mode: write
UNWIND $rows AS row
MATCH (i:Image {key: row.image_key})
MATCH (c:Image {key: row.family_key})
MERGE (i)-[r:LOOKS_LIKE]->(c)
SET r.distance = row.distance
RETURN count(r) AS matched
