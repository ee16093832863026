// name: schema_post_key
// summary: No two Post nodes have the same key.
// params: none
// returns: none
// mode: schema
CREATE CONSTRAINT post_key IF NOT EXISTS
FOR (n:Post) REQUIRE n.key IS UNIQUE
