// name: post_alike_count
// summary: How many posts have nearly the same text as a post.
// params: key STRING
// returns: posts INTEGER
// mode: read
MATCH (:Post {key: $key})-[:REUSES]->(:Text)<-[:REUSES]-(q:Post)
RETURN count(DISTINCT q) AS posts
