// name: schema_case_key
// summary: No two Case nodes have the same key.
// params: none
// returns: none
// mode: schema
CREATE CONSTRAINT case_key IF NOT EXISTS
FOR (n:Case) REQUIRE n.key IS UNIQUE
