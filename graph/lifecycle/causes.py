"""Causes: whether a change came from what people decided between the two days."""

from __future__ import annotations

import polars as pl

from graph.detection import Detection
from graph.lifecycle.event import JUDGEMENT, Event
from graph.ties.posterior import PAIR

OWN = ["kind", "first", "second", "verdict"]


class Causes:
    """What was judged after one detection and before another.

    Parameters
    ----------
    before, now : Detection
    """

    def __init__(self, before: Detection, now: Detection) -> None:
        changed = pl.concat(
            [
                now.judgements.join(before.judgements, on=OWN, how="anti", nulls_equal=True),
                before.judgements.join(now.judgements, on=OWN, how="anti", nulls_equal=True),
            ]
        )
        self._subjects = {
            key for row in changed.select("first", "second").iter_rows() for key in row if key
        }
        both = pl.concat([each.reasons.select(*PAIR, "shared") for each in (before, now)])
        hubs = pl.Series(sorted(self._subjects), dtype=pl.String).implode()
        served = both.filter(pl.col("shared").is_in(hubs)).select(PAIR).unpivot()["value"]
        self._subjects |= set(served)

    def is_judged(self, event: Event) -> bool:
        """Whether an event concerns accounts or clusters of which something was decided anew."""
        if not self._subjects:
            return False
        named = (event.added, event.removed, event.origins, event.outcomes)
        return any(self._subjects.intersection(keys) for keys in named)

    def cause_of(self, event: Event) -> str:
        """Name the cause of an event."""
        return JUDGEMENT if self.is_judged(event) else event.cause
