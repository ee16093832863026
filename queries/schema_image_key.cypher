// name: schema_image_key
// summary: No two Image nodes have the same key.
// params: none
// returns: none
// mode: schema
CREATE CONSTRAINT image_key IF NOT EXISTS
FOR (n:Image) REQUIRE n.key IS UNIQUE
