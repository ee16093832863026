// name: complete_source
// summary: Mark a source as loaded to the end; how far each step came is no longer of use.
// params: source_key STRING
// returns: none
// mode: write
MATCH (s:Source {key: $source_key})
SET s.complete = true
REMOVE s.loaded_groups,
       s.loaded_accounts,
       s.loaded_details,
       s.loaded_new_posts,
       s.loaded_known_posts,
       s.loaded_post_authors,
       s.loaded_post_groups,
       s.loaded_memberships,
       s.loaded_account_aliases,
       s.loaded_group_aliases,
       s.says_more,
       s.loaded_mentions,
       s.loaded_publications,
       s.loaded_reaches,
       s.loaded_images,
       s.loaded_shown_images,
       s.loaded_taxa,
       s.loaded_offered_taxa,
       s.loaded_named_taxa,
       s.loaded_readings,
       s.loaded_links,
       s.loaded_sightings
