// name: detail_writings
// summary: How posts write a contact detail, and by which rules that was read, the most used first;
//   no more posts are read than a bound.
// params: key STRING, most INTEGER, limit INTEGER
// returns: raw STRING, rule STRING, posts INTEGER, confidence_from FLOAT, confidence_to FLOAT,
//   post_key STRING
// mode: read
MATCH (:ContactDetail {key: $key})<-[m:MENTIONS]-(p:Post)
WITH m, p
LIMIT $most
RETURN m.raw AS raw,
       m.rule AS rule,
       count(*) AS posts,
       min(m.confidence) AS confidence_from,
       max(m.confidence) AS confidence_to,
       min(p.key) AS post_key
ORDER BY posts DESC, post_key
LIMIT $limit
