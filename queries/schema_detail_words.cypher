// name: schema_detail_words
// summary: Contact details are found by the words of their key and value.
// params: none
// returns: none
// mode: schema
CREATE FULLTEXT INDEX details IF NOT EXISTS
FOR (n:ContactDetail) ON EACH [n.key, n.value]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
