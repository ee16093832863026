// name: search_number
// summary: Contact details whose value ends in, or holds, some digits.
// params: digits STRING, reach INTEGER, limit INTEGER
// returns: key STRING, label STRING, score FLOAT
// mode: read
MATCH (d:ContactDetail)
WHERE d.value CONTAINS $digits
WITH d
LIMIT $reach
RETURN d.key AS key,
       d.value AS label,
       CASE WHEN d.value ENDS WITH $digits THEN 1.0 ELSE 0.5 END AS score
ORDER BY score DESC, size(label), key
LIMIT $limit
