// name: post_alike
// summary: Posts with nearly the same text as a post, the newest first, some of them.
// params: key STRING, limit INTEGER
// returns: key STRING, posted_at DATETIME, text STRING, authors LIST<MAP>
// mode: read
MATCH (p:Post {key: $key})-[:REUSES]->(:Text)<-[:REUSES]-(q:Post)
WITH DISTINCT q
ORDER BY q.posted_at IS NULL, q.posted_at DESC, q.key
LIMIT $limit
RETURN q.key AS key,
       q.posted_at AS posted_at,
       q.text AS text,
       COLLECT {
         MATCH (q)<-[:POSTED]-(a:Account)
         RETURN {key: a.key, handle: a.handle, name: a.name} ORDER BY a.key
       } AS authors
ORDER BY posted_at IS NULL, posted_at DESC, key
