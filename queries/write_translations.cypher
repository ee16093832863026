// name: write_translations
// summary: Have posts hold the text of their translations, so that they are found by its words.
// params: rows LIST<MAP>
// returns: matched INTEGER
// mode: write
UNWIND $rows AS row
MATCH (p:Post {key: row.post_key})
SET p.translation = row.translation
RETURN count(p) AS matched
