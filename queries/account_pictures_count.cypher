// name: account_pictures_count
// summary: How many different pictures an account's posts show.
// params: key STRING
// returns: pictures INTEGER
// mode: read
MATCH (:Account {key: $key})-[:POSTED]->(:Post)-[:SHOWS]->(i:Image)
RETURN count(DISTINCT i) AS pictures
