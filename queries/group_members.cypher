// name: group_members
// summary: Which accounts belong to a group or post in it, in which role, and which of them a source
//   names as members, in three lists of one order; no more than a bound.
// params: key STRING, most INTEGER
// returns: accounts LIST<STRING>, roles LIST<STRING>, stated LIST<INTEGER>
// mode: read
MATCH (:Group {key: $key})<-[m:MEMBER_OF]-(a:Account)
WITH m, a
LIMIT $most
RETURN collect(a.key) AS accounts,
       collect(coalesce(m.role, '')) AS roles,
       collect(CASE WHEN m.role IS NULL AND m.joined_at IS NULL AND m.left_at IS NULL
                    THEN 0 ELSE 1 END) AS stated
