// name: overview_counts
// summary: How much of everything the graph holds.
// params: none
// returns: accounts INTEGER, groups INTEGER, posts INTEGER, listings INTEGER,
//   contact_details INTEGER, sources INTEGER, incomplete_sources INTEGER, ties INTEGER
// mode: read
RETURN COUNT { (:Account) } AS accounts,
       COUNT { (:Group) } AS groups,
       COUNT { (:Post) } AS posts,
       COUNT { (:Listing) } AS listings,
       COUNT { (:ContactDetail) } AS contact_details,
       COUNT { (:Source) } AS sources,
       COUNT { MATCH (s:Source) WHERE NOT s.complete } AS incomplete_sources,
       COUNT { ()-[:TIED_TO]->() } AS ties
