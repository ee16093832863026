// name: schema_account_words
// summary: Accounts are found by the words of their id, handle and names, however spelt.
// params: none
// returns: none
// mode: schema
CREATE FULLTEXT INDEX accounts IF NOT EXISTS
FOR (n:Account) ON EACH [n.native_id, n.handle, n.names, n.folded]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
