// name: schema_contact_detail_key
// summary: No two ContactDetail nodes have the same key.
// params: none
// returns: none
// mode: schema
CREATE CONSTRAINT contact_detail_key IF NOT EXISTS
FOR (n:ContactDetail) REQUIRE n.key IS UNIQUE
