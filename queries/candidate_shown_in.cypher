// name: candidate_shown_in
// summary: Posts of accounts that show given contact details, texts or pictures, the earliest.
// params: accounts LIST<STRING>, values LIST<STRING>, most INTEGER
// returns: account_key STRING, value_key STRING, posts LIST<STRING>, in_all INTEGER
// mode: read
UNWIND $accounts AS account_key
UNWIND $values AS value_key
CALL (account_key, value_key) {
  MATCH (:ContactDetail {key: value_key})<-[:MENTIONS]-(p:Post)<-[:POSTED]-
        (:Account {key: account_key})
  RETURN p
  UNION
  MATCH (:Text {key: value_key})<-[:REUSES]-(p:Post)<-[:POSTED]-(:Account {key: account_key})
  RETURN p
  UNION
  MATCH (:Image {key: value_key})<-[:LOOKS_LIKE*0..1]-(:Image)<-[:SHOWS]-(p:Post)<-[:POSTED]-
        (:Account {key: account_key})
  RETURN p
}
WITH account_key, value_key, p
ORDER BY p.posted_at IS NULL, p.posted_at, p.key
WITH account_key, value_key, collect(p.key) AS found
RETURN account_key, value_key, found[..$most] AS posts, size(found) AS in_all
ORDER BY account_key, value_key
