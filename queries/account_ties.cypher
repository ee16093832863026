// name: account_ties
// summary: Ties of an account in the latest snapshot, the strongest first, some at a time.
// params: key STRING, skip INTEGER, limit INTEGER
// returns: account_key STRING, platform STRING, handle STRING, name STRING, score FLOAT,
//   bits FLOAT, probability FLOAT, reasons LIST<STRING>, evidence LIST<STRING>
// mode: read
MATCH (:Account {key: $key})-[t:TIED_TO]-(b:Account)
RETURN b.key AS account_key,
       b.platform AS platform,
       b.handle AS handle,
       b.name AS name,
       t.score AS score,
       t.bits AS bits,
       t.probability AS probability,
       coalesce(t.reasons, []) AS reasons,
       coalesce(t.evidence, []) AS evidence
ORDER BY score DESC, account_key
SKIP $skip
LIMIT $limit
