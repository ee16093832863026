// name: schema_taxon_key
// summary: No two Taxon nodes have the same key.
// params: none
// returns: none
// mode: schema
CREATE CONSTRAINT taxon_key IF NOT EXISTS
FOR (n:Taxon) REQUIRE n.key IS UNIQUE
