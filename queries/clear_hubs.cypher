// name: clear_hubs
// summary: Forget of some contact details what a snapshot before said of them as hubs.
// params: limit INTEGER
// returns: cleared INTEGER
// mode: write
MATCH (d:ContactDetail)
WHERE d.hub_probability IS NOT NULL
WITH d
LIMIT $limit
REMOVE d.hub_probability, d.hub_accounts, d.hub_reasons, d.hub_snapshot
RETURN count(d) AS cleared
