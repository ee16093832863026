// name: schema_post_words
// summary: Posts are found by the words of their text and of its translation.
// params: none
// returns: none
// mode: schema
CREATE FULLTEXT INDEX post_words IF NOT EXISTS
FOR (n:Post) ON EACH [n.text, n.translation]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
