// name: schema_group_words
// summary: Groups are found by the words of their id and name, however spelt.
// params: none
// returns: none
// mode: schema
CREATE FULLTEXT INDEX groups IF NOT EXISTS
FOR (n:Group) ON EACH [n.native_id, n.name, n.folded]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
