// name: path_reasons
// summary: Why the accounts of some pairs are tied, or are one by the platform's own word.
// params: pairs LIST<MAP>
// returns: account_a STRING, account_b STRING, score FLOAT, reasons LIST<STRING>
// mode: read
UNWIND $pairs AS pair
MATCH (a:Account {key: pair.account_a})-[t:TIED_TO|SAME_AS]-(b:Account {key: pair.account_b})
RETURN a.key AS account_a,
       b.key AS account_b,
       t.score AS score,
       coalesce(t.reasons, [t.reason]) AS reasons
ORDER BY account_a, account_b, score IS NULL DESC, score DESC
