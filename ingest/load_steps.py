"""The steps of loading one source: which rows go to which query, each with its place in order.

Every step gives a table with a column ``order``, unique and sorted; the graph remembers the
``order`` of the last row written, so that a load that was cut off goes on behind it.
"""

from __future__ import annotations

from functools import partial

from ingest import load_goods_rows as goods
from ingest import load_node_rows as nodes
from ingest import load_relationship_rows as relationships
from ingest.load_plan import Step

POST_STEPS = (
    Step("new_posts", nodes.new_posts, by_post=True),
    Step("known_posts", nodes.known_posts, by_post=True),
)
NODE_STEPS = (
    Step("groups", nodes.groups),
    Step("accounts", nodes.accounts),
    Step("details", nodes.details),
    Step("images", nodes.images),
    Step("taxa", goods.taxa),
    *POST_STEPS,
)
LINK_STEPS = (
    Step("post_authors", relationships.post_authors, by_post=True),
    Step("post_groups", relationships.post_groups, by_post=True),
    Step("memberships", relationships.memberships),
    Step("account_aliases", partial(relationships.aliases, kind="account")),
    Step("group_aliases", partial(relationships.aliases, kind="group")),
    Step("mentions", relationships.mentions, by_post=True),
    Step("publications", relationships.publications),
    Step("offered_taxa", goods.offered_taxa, by_post=True),
    Step("named_taxa", goods.named_taxa, by_post=True),
    Step("readings", goods.readings, by_post=True),
    Step("reaches", relationships.reaches),
    Step("shown_images", relationships.shown_images),
    Step("links", relationships.links),
    Step("sightings", relationships.sightings, by_post=True),
)
