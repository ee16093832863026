// name: search_taxon_rows
// summary: How many posts name taxa with given keys, and how many of them offer or seek goods.
// params: keys LIST<STRING>
// returns: key STRING, offered INTEGER, named INTEGER
// mode: read
UNWIND $keys AS wanted
WITH DISTINCT wanted
MATCH (t:Taxon {key: wanted})
RETURN t.key AS key,
       COUNT { (t)<-[:OFFERS]-() } AS offered,
       COUNT { (t)<-[:OFFERS|NAMES]-() } AS named
ORDER BY key
