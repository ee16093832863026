// name: schema_post_words
// summary: Posts are found by the words of their text.
// params: none
// returns: none
// mode: schema
CREATE FULLTEXT INDEX posts IF NOT EXISTS
FOR (n:Post) ON EACH [n.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
