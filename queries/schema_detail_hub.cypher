// name: schema_detail_hub
// summary: Hubs are found without reading all contact details.
// params: none
// returns: none
// mode: schema
CREATE INDEX detail_hub IF NOT EXISTS
FOR (n:ContactDetail) ON (n.hub_probability)
