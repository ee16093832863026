"""Tables of the lifecycle: who was seen when, what they showed when, and what changed."""

from __future__ import annotations

import polars as pl

from graph.records import UTC

ACTIVE, UNOBSERVED, GONE = "active", "unobserved", "gone"

PRESENCE = pl.Schema(
    {"account_key": pl.String(), "platform": pl.String(), "first_seen": UTC, "last_seen": UTC,
     "active_days": pl.Int64(), "posts": pl.Int64(), "posts_last_week": pl.Int64(),
     "silent_days": pl.Float64(), "patience_days": pl.Float64(), "status": pl.String(),
     "left": pl.Boolean(), "places": pl.List(pl.String())}
)  # fmt: skip
"""One row per account that posted. ``first_seen last_seen``: its first and last post.
``silent_days``: days since its last post on which its places were observed, each place counted by
its share in the account's posts. ``patience_days``: so many of them make it *gone*. ``status``:
``gone``, or ``unobserved`` when it has not been seen for as long but its places were not observed
enough to say so, else ``active``. ``left``: it is known to have left all its groups. ``places``:
keys of the groups it posted in, or ``platform:NAME`` for posts outside of groups, the most used
first."""

TOLD = pl.Schema({"account_key": pl.String(), "cluster_id": pl.String()})
"""One row per account that belongs to a cluster for sure: the cluster that reports speak of."""

ARRIVALS = pl.Schema(
    {"account_key": pl.String(), "known_since": pl.String(), "by_coverage": pl.Boolean()}
)
"""One row per account that posted. ``known_since``: the first detection's day that knew it, in a
row of detections that go on from each other. ``by_coverage``: it became known late, or through
places that were collected for the first time then, so that its coming is no news."""

TRACES = pl.Schema(
    {"account_key": pl.String(), "kind": pl.String(), "value": pl.String(), "first_seen": UTC,
     "last_seen": UTC, "days": pl.Int64(), "posts": pl.Int64(), "cited": pl.List(pl.String())}
)  # fmt: skip
"""One row per account and thing it showed. ``kind``: ``detail`` (``value``: its key), ``taxon``
(its key), ``place`` (as in `PRESENCE`). ``days``: distinct days, ``posts``: distinct posts,
``cited``: at most three of its first posts."""

EVENTS = pl.Schema(
    {"kind": pl.String(), "cluster": pl.String(), "from": pl.List(pl.String()),
     "to": pl.List(pl.String()), "accounts_added": pl.List(pl.String()),
     "accounts_removed": pl.List(pl.String()), "accounts_back": pl.List(pl.String()),
     "accounts_found": pl.List(pl.String()), "cause": pl.String(), "share_of_runs": pl.Float64(),
     "surprise": pl.Float64()}
)  # fmt: skip
"""One row per event of clusters. ``kind``: one of `EVENT_KINDS`. ``from to``: ids before and now.
``accounts_back``: were gone and are seen again. ``accounts_found``: seen for the first time
because their places were collected for the first time, or late; coverage, not growth. ``cause``:
``activity``, ``evidence`` or ``judgement``. ``share_of_runs``: in how many runs on resampled
evidence the event holds, in [0, 1]. ``surprise``: bits, the higher the rarer."""

EVENT_KINDS = ("formed", "grown", "shrunk", "merged", "split", "dissolved", "reappeared",
               "continued")  # fmt: skip

ACCOUNT_EVENTS = pl.Schema(
    {"kind": pl.String(), "account_key": pl.String(), "of": pl.String(), "cluster_id": pl.String(),
     "value": pl.String(), "at": UTC, "score": pl.Float64(), "sentence": pl.String(),
     "reasons": pl.List(pl.String()), "posts": pl.List(pl.String()), "surprise": pl.Float64()}
)  # fmt: skip
"""One row per event of an account. ``kind``: one of `ACCOUNT_EVENT_KINDS`. ``of``: the account
that it may be the successor of. ``value``: the contact detail, taxon, place, role or price that it
is about. ``at``: when it was first seen so. ``score``: bits, of successors. ``posts``: the posts
that show it, at most three."""

ACCOUNT_EVENT_KINDS = ("new", "vanished", "back", "moved", "new_detail", "dropped_detail",
                       "new_role", "burst", "price_change", "new_taxon", "successor")  # fmt: skip
