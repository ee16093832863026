// name: hubs_count
// summary: How many contact details may serve strangers.
// params: least_probability FLOAT
// returns: hubs INTEGER
// mode: read
MATCH (d:ContactDetail)
WHERE d.hub_probability >= $least_probability
RETURN count(d) AS hubs
