// name: schema_detail_value
// summary: Contact details are found by any part of their value, as the end of a phone number.
// params: none
// returns: none
// mode: schema
CREATE TEXT INDEX detail_value IF NOT EXISTS
FOR (n:ContactDetail) ON (n.value)
