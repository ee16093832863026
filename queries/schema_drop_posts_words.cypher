// name: schema_drop_posts_words
// summary: An earlier index of the posts' words, which held no translations, goes.
// params: none
// returns: none
// mode: schema
DROP INDEX posts IF EXISTS
