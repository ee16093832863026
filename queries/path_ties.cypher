// name: path_ties
// summary: Accounts one tie away from some accounts, or one with them by the platform's own word;
//   the strongest first.
// params: keys LIST<STRING>, limit INTEGER
// returns: account_a STRING, account_b STRING, score FLOAT
// mode: read
UNWIND $keys AS wanted
MATCH (a:Account {key: wanted})-[t:TIED_TO|SAME_AS]-(b:Account)
RETURN a.key AS account_a, b.key AS account_b, t.score AS score
ORDER BY score IS NULL DESC, score DESC, account_a, account_b
LIMIT $limit
