// name: remove_image_likenesses
// summary: Take back which pictures were said to look like which.
// params: rows LIST<MAP>
// returns: matched INTEGER
// mode: write
UNWIND $rows AS row
MATCH (:Image {key: row.image_key})-[r:LOOKS_LIKE]->(:Image {key: row.family_key})
DELETE r
RETURN count(*) AS matched
