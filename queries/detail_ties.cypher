// name: detail_ties
// summary: Ties of the latest snapshot with some words in their evidence, between accounts that
//   publish a contact detail or are reached by it; the strongest first.
// params: key STRING, words STRING, most INTEGER, limit INTEGER
// returns: account_a STRING, account_b STRING, handle_a STRING, name_a STRING, handle_b STRING,
//   name_b STRING, score FLOAT, bits FLOAT, probability FLOAT, evidence LIST<STRING>
// mode: read
MATCH (:ContactDetail {key: $key})-[:PUBLISHES|REACHES]-(a:Account)
WITH DISTINCT a
LIMIT $most
MATCH (a)-[t:TIED_TO]->(b:Account)
WHERE any(each IN t.evidence WHERE each CONTAINS $words)
RETURN a.key AS account_a,
       b.key AS account_b,
       a.handle AS handle_a,
       a.name AS name_a,
       b.handle AS handle_b,
       b.name AS name_b,
       t.score AS score,
       t.bits AS bits,
       t.probability AS probability,
       t.evidence AS evidence
ORDER BY score DESC, account_a, account_b
LIMIT $limit
