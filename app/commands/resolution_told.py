"""How the ties are cut, beside chance and beside other resolutions, told on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commands.printing import print_table, say
from app.words import count

if TYPE_CHECKING:
    from app.resolving import Resolved

MEANING = {
    "leiden-cpm": "the least mean tie probability between the members of a cluster",
    "leiden-modularity": "how many times denser than chance a community is to be",
}


def print_resolved(found: Resolved) -> None:
    """Print what `app.resolving.check_resolution` found.

    Parameters
    ----------
    found : app.resolving.Resolved
    """
    now, other = found.in_force, found.search.partition
    meaning = f", {MEANING[now.method]}" if now.method in MEANING else ""
    say(
        f"In force: {now.method} at resolution {now.resolution:g}{meaning}. "
        f"It makes {count(found.communities, 'cluster')}."
    )
    say(found.beside.sentence)
    say(
        f"By their own shortest description, the ties would be cut by {other.method} at "
        f"{other.resolution:.3g}. Clusters of very unequal size may be lumped by that, so it is "
        "advice: `spoor detect --resolution` tries another for once, `resolution` in "
        "calibration.toml puts it in force."
    )
    say()
    print_table(
        ("method", "resolution", "communities", "nats"),
        [
            (row["method"], f"{row['resolution']:.3g}", row["communities"], f"{row['nats']:,.1f}")
            for row in found.search.tried.sort("method", "resolution").iter_rows(named=True)
        ],
    )
