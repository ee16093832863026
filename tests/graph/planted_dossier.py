"""What the planted detection tells of its clusters, every number known."""

from __future__ import annotations

from datetime import UTC, datetime

import polars as pl

from graph.dossier.tables import ALTERNATIVES, HOLDS, INTERACTIONS, MEASURES, ROLES

DAY = datetime(2026, 6, 1, tzinfo=UTC)
RING = ("facebook:1", "facebook:2", "facebook:3")


def dossier() -> dict[str, pl.DataFrame]:
    """Who turned to whom, and what is told of the cluster ``Cring``."""
    ring = {"cluster_id": "Cring"}
    turns = [
        {"kind": "reply", "form": "reply", "times": 2, "posts": ["post:facebook:1"],
         "sentence": "Answers the other account in 2 posts."},
        {"kind": "transfer", "form": "payment", "times": 1, "posts": [],
         "sentence": "Recorded once as “transfer” to the other account."},
    ]  # fmt: skip
    pair = {"from_key": "facebook:1", "to_key": "facebook:2", "first_seen": DAY, "last_seen": DAY}
    return {
        "interactions": pl.DataFrame([pair | each for each in turns], schema=INTERACTIONS),
        "measures": pl.DataFrame(
            [{**ring, "account_key": key, "ties": 1, "betweenness": 0.5, "constraint": 0.75,
              "core": 1} for key in RING], schema=MEASURES,
        ),
        "holds": pl.DataFrame(
            [{**ring, "kind": "tie", "rank": 1, "weight": 0.9, "ties": 1, "parts": [2, 1],
              "accounts": ["facebook:1", "facebook:2"], "side": [], "layer": None, "shared": None,
              "sentence": "If the tie between facebook:1 and facebook:2 were wrong, …"}],
            schema=HOLDS,
        ),
        "roles": pl.DataFrame(
            [{**ring, "account_key": "facebook:1", "role": "vouched for", "partners": 4,
              "inside": 1, "rank": 1, "rank_low": 1, "rank_high": 2, "of": 3,
              "posts": ["post:facebook:5"], "sentence": "Vouched for by 4 accounts.",
              "question": "Do they know it?"}], schema=ROLES,
        ),
        "alternatives": pl.DataFrame(
            [{**ring, "name": "rescue", "rank": 1, "side": side, "sentence": f"{side} it.",
              "times": 1, "posts": ["post:facebook:3"]} for side in ("for", "against")],
            schema=ALTERNATIVES,
        ),
    }  # fmt: skip
