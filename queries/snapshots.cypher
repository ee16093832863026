// name: snapshots
// summary: Every snapshot in the graph, the latest written first, then by the day it knows.
// params: none
// returns: key STRING, id STRING, as_of STRING, calibration STRING, accounts INTEGER,
//   ties INTEGER, clusters INTEGER, is_latest BOOLEAN, complete BOOLEAN
// mode: read
MATCH (s:Snapshot)
RETURN s.key AS key,
       s.id AS id,
       s.as_of AS as_of,
       s.calibration AS calibration,
       s.accounts AS accounts,
       s.ties AS ties,
       s.clusters AS clusters,
       coalesce(s.is_latest, false) AS is_latest,
       s.complete AS complete
ORDER BY is_latest DESC, as_of DESC, key, id
