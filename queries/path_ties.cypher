// name: path_ties
// summary: Accounts one tie away from some accounts, or one with them by the platform's own word;
//   the strongest first, and in all so many at most.
// params: keys LIST<STRING>, limit INTEGER
// returns: account_key STRING, partners LIST<MAP>
// mode: read
UNWIND $keys AS wanted
MATCH (a:Account {key: wanted})-[t:TIED_TO|SAME_AS]-(b:Account)
WITH a, b, t
ORDER BY t.score IS NULL DESC, t.score DESC, a.key, b.key
LIMIT $limit
RETURN a.key AS account_key, collect({key: b.key, score: t.score}) AS partners
ORDER BY account_key
