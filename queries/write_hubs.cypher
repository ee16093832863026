// name: write_hubs
// summary: Say of contact details how likely they serve strangers, in the latest snapshot.
// params: rows LIST<MAP>, snapshot STRING
// returns: matched INTEGER
// mode: write
UNWIND $rows AS row
MATCH (d:ContactDetail {key: row.key})
SET d.hub_probability = row.probability,
    d.hub_accounts = row.accounts,
    d.hub_reasons = row.reasons,
    d.hub_snapshot = $snapshot
RETURN count(d) AS matched
