// name: group_posts_with
// summary: Posts of a group with some words in their text, those that fit best; no more posts with
//   these words are looked at than a bound.
// params: key STRING, words STRING, most INTEGER
// returns: posts INTEGER, keys LIST<STRING>
// mode: read
CALL db.index.fulltext.queryNodes('post_words', $words, {limit: $most}) YIELD node
WITH node, EXISTS { (node)-[:IN]->(:Group {key: $key}) } AS is_here
RETURN count(*) AS posts, collect(CASE WHEN is_here THEN node.key END) AS keys
