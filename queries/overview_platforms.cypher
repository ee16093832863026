// name: overview_platforms
// summary: Accounts on each platform, the largest first.
// params: none
// returns: platform_key STRING, accounts INTEGER
// mode: read
MATCH (a:Account)
RETURN a.platform AS platform_key, count(*) AS accounts
ORDER BY accounts DESC, platform_key
