// name: schema_source_key
// summary: No two Source nodes have the same key.
// params: none
// returns: none
// mode: schema
CREATE CONSTRAINT source_key IF NOT EXISTS
FOR (n:Source) REQUIRE n.key IS UNIQUE
