// name: schema_group_key
// summary: No two Group nodes have the same key.
// params: none
// returns: none
// mode: schema
CREATE CONSTRAINT group_key IF NOT EXISTS
FOR (n:Group) REQUIRE n.key IS UNIQUE
