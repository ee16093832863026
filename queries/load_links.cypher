// name: load_links
// summary: Write relations that are no posts, each with the places of the source that show it, and
//   how far the source is loaded.
// params: rows LIST<MAP>, source_key STRING, done STRING
// returns: matched INTEGER
// mode: write
MATCH (s:Source {key: $source_key})
SET s.loaded_links = $done
WITH s
UNWIND $rows AS row
CALL {
  WITH row
  WITH row WHERE row.from_is_detail
  MATCH (n:ContactDetail {key: row.from_key})
  RETURN n AS start
  UNION
  WITH row
  WITH row WHERE NOT row.from_is_detail
  MATCH (n:Account {key: row.from_key})
  RETURN n AS start
}
CALL {
  WITH row
  WITH row WHERE row.to_is_detail
  MATCH (n:ContactDetail {key: row.to_key})
  RETURN n AS end
  UNION
  WITH row
  WITH row WHERE NOT row.to_is_detail
  MATCH (n:Account {key: row.to_key})
  RETURN n AS end
}
MERGE (start)-[r:LINKED_TO {key: row.link_key}]->(end)
SET r += row.properties,
    r.occurred_at = CASE WHEN row.occurred_at IS NOT NULL
                         THEN datetime({epochMillis: row.occurred_at}) END,
    r.recorded_in = [place IN coalesce(r.recorded_in, []) WHERE NOT place STARTS WITH $source_key]
                    + [place IN row.locators | $source_key + ' ' + place]
RETURN count(r) AS matched
