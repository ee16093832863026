// name: schema_text_key
// summary: No two Text nodes have the same key.
// params: none
// returns: none
// mode: schema
CREATE CONSTRAINT text_key IF NOT EXISTS
FOR (n:Text) REQUIRE n.key IS UNIQUE
