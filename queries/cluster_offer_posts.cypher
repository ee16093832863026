// name: cluster_offer_posts
// summary: Posts of a cluster's accounts that offer or seek a taxon, the newest first, some at a
//   time.
// params: key STRING, taxon_key STRING, least_confidence FLOAT, skip INTEGER, limit INTEGER
// returns: key STRING, platform STRING, url STRING, posted_at DATETIME, posted_at_raw STRING,
//   time_zone_assumed BOOLEAN, text STRING, price STRING, currency STRING, location STRING,
//   image STRING, forwarded_from STRING, reply_to STRING, authors LIST<MAP>, groups LIST<MAP>,
//   mentions LIST<MAP>, sightings LIST<MAP>, language STRING, stated LIST<STRING>,
//   terms LIST<STRING>, places LIST<STRING>, taxa LIST<MAP>
// mode: read
MATCH (:Cluster {key: $key})<-[:IN_CLUSTER]-(:Account)-[:POSTED]->(p:Post)
      -[o:OFFERS]->(:Taxon {key: $taxon_key})
WHERE o.confidence >= $least_confidence
WITH DISTINCT p
ORDER BY p.posted_at IS NULL, p.posted_at DESC, p.key
SKIP $skip
LIMIT $limit
RETURN p.key AS key,
       p.platform AS platform,
       p.post_url AS url,
       p.posted_at AS posted_at,
       p.posted_at_raw AS posted_at_raw,
       coalesce(p.time_zone_assumed, false) AS time_zone_assumed,
       p.text AS text,
       p.price AS price,
       p.currency AS currency,
       p.location AS location,
       p.image AS image,
       p.forwarded_from AS forwarded_from,
       p.reply_to AS reply_to,
       COLLECT {
         MATCH (p)<-[:POSTED]-(a:Account)
         RETURN {key: a.key, handle: a.handle, name: a.name} ORDER BY a.key
       } AS authors,
       COLLECT {
         MATCH (p)-[:IN]->(g:Group)
         RETURN {key: g.key, name: g.name} ORDER BY g.key
       } AS groups,
       COLLECT {
         MATCH (p)-[m:MENTIONS]->(d:ContactDetail)
         RETURN {key: d.key, kind: d.kind, value: d.value, raw: m.raw, start: m.start, end: m.end,
                 rule: m.rule, confidence: m.confidence, channel: m.channel, holder: m.holder}
         ORDER BY m.start, d.key
       } AS mentions,
       COLLECT {
         MATCH (p)-[r:RECORDED_IN]->(s:Source)
         RETURN {source_key: s.key, path: s.path, locator: r.locator, collected_at: r.collected_at}
         ORDER BY s.key, r.locator
       } AS sightings,
       p.language AS language,
       coalesce(p.stated, []) AS stated,
       coalesce(p.term_meanings, []) AS terms,
       coalesce(p.places, []) AS places,
       COLLECT {
         MATCH (p)-[n:OFFERS|NAMES]->(t:Taxon)
         RETURN {key: t.key, scientific_name: t.scientific_name, listed: t.listed,
                 names: n.names, products: n.products, is_offered: type(n) = 'OFFERS'}
         ORDER BY t.key, type(n)
       } AS taxa
ORDER BY posted_at IS NULL, posted_at DESC, key
