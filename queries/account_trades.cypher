// name: account_trades
// summary: Accounts that an account turned to or that turned to it, most often first, some at a
//   time.
// params: key STRING, skip INTEGER, limit INTEGER
// returns: account_key STRING, platform STRING, handle STRING, name STRING, is_outgoing BOOLEAN,
//   times INTEGER, first_seen DATETIME, last_seen DATETIME, facts LIST<STRING>
// mode: read
MATCH (a:Account {key: $key})-[t:TRADES_WITH]-(b:Account)
RETURN b.key AS account_key,
       b.platform AS platform,
       b.handle AS handle,
       b.name AS name,
       startNode(t) = a AS is_outgoing,
       t.times AS times,
       t.first_seen AS first_seen,
       t.last_seen AS last_seen,
       coalesce(t.facts, []) AS facts
ORDER BY times DESC, account_key, is_outgoing
SKIP $skip
LIMIT $limit
