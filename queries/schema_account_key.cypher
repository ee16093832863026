// name: schema_account_key
// summary: No two Account nodes have the same key.
// params: none
// returns: none
// mode: schema
CREATE CONSTRAINT account_key IF NOT EXISTS
FOR (n:Account) REQUIRE n.key IS UNIQUE
