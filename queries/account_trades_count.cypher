// name: account_trades_count
// summary: How many accounts an account turned to, and how many turned to it.
// params: key STRING
// returns: outgoing INTEGER, incoming INTEGER
// mode: read
OPTIONAL MATCH (a:Account {key: $key})
RETURN sum(COUNT { (a)-[:TRADES_WITH]->() }) AS outgoing,
       sum(COUNT { (a)<-[:TRADES_WITH]-() }) AS incoming
