"""Successors: which new account may carry on from which account that is not seen any more.

A question of its own, with a prior of its own, put to a person: why the old account is not seen
(removed, renamed, sold, given up) is not known here. Evidence is weighed in bits after Fellegi and
Sunter (1969, doi:10.1080/01621459.1969.10501049): the same contact details, reposted texts and
pictures, likeness of handle, name and description, groups and roles, and the time between. An
account whose places were not observed is never taken for one that is gone.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import polars as pl

from graph.judged import CONFIRM, NOTHING_JUDGED, REJECT, Judged
from graph.lifecycle.succession.called import called_alike
from graph.lifecycle.succession.evidence import Piece, count_once
from graph.lifecycle.succession.handover import Arrivals
from graph.lifecycle.succession.numbers import Numbers, shipped_numbers
from graph.lifecycle.succession.places import add_places
from graph.lifecycle.succession.shown import Shared, reissued, shown_by_others
from graph.lifecycle.succession.sides import (
    DAY,
    Met,
    New,
    Old,
    gap_days,
    is_pair,
    new_accounts,
    old_accounts,
)
from graph.lifecycle.succession.weighing import Rival, joined_operation, weigh_rivals
from graph.lifecycle.succession.words import Words
from graph.records import UTC
from graph.tables import Tables

SUCCESSORS = pl.Schema(
    {"account_key": pl.String(), "of": pl.String(), "at": UTC, "score": pl.Float64(),
     "sentence": pl.String(), "reasons": pl.List(pl.String()), "posts": pl.List(pl.String()),
     "judged": pl.String()}
)  # fmt: skip
"""One row per new account and the account that it may be the successor of, the likeliest first.
``at``: when the new one was first seen, or first showed the
strongest that speaks for it. ``score``: log-odds in bits. ``posts``: at most three of
each, the new one's first. ``judged``: ``confirm`` or ``reject``, null where nobody has judged."""

CITED = 3
DIGITS = 6


def find_successors(
    tables: Tables,
    presence: pl.DataFrame,
    hubs: pl.DataFrame,
    texts: pl.DataFrame,
    *,
    since: datetime,
    before: pl.DataFrame | None = None,
    judged: Judged = NOTHING_JUDGED,
    numbers: Numbers | None = None,
) -> pl.DataFrame:
    """Find new accounts that may carry on from accounts not seen any more.

    Parameters
    ----------
    tables : Tables
        What is known at the end of the period.
    presence : polars.DataFrame
        `graph.lifecycle.tables.PRESENCE` of that moment.
    hubs, texts : polars.DataFrame
        Of the detection: `graph.detection.Detection`.
    since : datetime
        Start of the period, UTC. New are accounts first seen since then, or not long before.
    before : polars.DataFrame, optional
        `graph.lifecycle.tables.PRESENCE` of the start: a succession is left out when both sides,
        and the strongest evidence of it, were known by then. All are given without it.
    judged : Judged
        Hubs are as people say; a succession rejected explains nothing else, and one confirmed is
        given whatever its score.
    numbers : Numbers, optional
        The frozen numbers; those that the program comes with unless given.

    Returns
    -------
    polars.DataFrame
        `SUCCESSORS`. Deterministic, whatever the order of rows. Cost: every name is read once;
        beyond that it grows with what new accounts share.
    """
    numbers = numbers or shipped_numbers()
    new = new_accounts(tables, presence, since, numbers.sides)
    old = old_accounts(presence, numbers.sides)
    if not new or not old:
        return SUCCESSORS.to_frame()
    shared = _merged(
        shown_by_others(new, tables, hubs, texts, judged, numbers),
        called_alike(new, old, tables, numbers),
    )
    known = _Known(
        new, old, Met(presence), add_places(shared, presence, tables, numbers),
        Arrivals(presence, numbers), judged.successions(), numbers,
    )  # fmt: skip
    old_before = {} if before is None else old_accounts(before, numbers.sides)
    found = [
        each
        for key in sorted(shared)
        for each in _of_one(key, known)
        if each.at > since
        or each.of not in old_before
        or not is_pair(new[key], old_before[each.of], numbers.sides)
    ]
    words = Words(tables, sorted({key for each in found for key in each.speaks_of}))
    return pl.DataFrame(
        [_row(each, known, words) for each in found], schema=SUCCESSORS, orient="row"
    ).sort("score", "account_key", "of", descending=[True, False, False])


@dataclass(frozen=True)
class _Known:
    """What all new accounts are weighed with."""

    new: dict[str, New]
    old: dict[str, Old]
    met: Met
    shared: Shared
    arrivals: Arrivals
    verdicts: dict[tuple[str, str], str]
    numbers: Numbers


@dataclass(frozen=True)
class _Found:
    """One succession."""

    account_key: str
    of: str
    at: datetime
    score: float
    counted: list[tuple[Piece, float]]
    rivals: list[str]
    active: int

    @property
    def speaks_of(self) -> tuple[str, ...]:
        """Accounts that its sentences name."""
        return (self.account_key, self.of, *self.rivals)


def _merged(shown: Shared, called: Shared) -> Shared:
    """Everything that pairs have in common."""
    return {
        new: {
            other: [*shown.get(new, {}).get(other, []), *called.get(new, {}).get(other, [])]
            for other in sorted({*shown.get(new, {}), *called.get(new, {})})
        }
        for new in sorted({*shown, *called})
    }


def _of_one(key: str, known: _Known) -> list[_Found]:
    """Whom one new account may carry on from."""
    numbers, others = known.numbers, known.shared[key]
    rivals = [
        _rival(key, other, known)
        for other in others
        if other in known.old and is_pair(known.new[key], known.old[other], numbers.sides)
    ]
    names = {each.account_key for each in rivals}
    beside = [
        other
        for other in others
        if other not in names and known.met.there_before(other, known.new[key])
    ]
    pieces = joined_operation({other: others[other] for other in beside}, numbers)
    rejected = {each for each in names if known.verdicts.get((key, each)) == REJECT}
    scores = weigh_rivals(rivals, pieces, numbers) if rejected else {}
    scores |= weigh_rivals(
        [each for each in rivals if each.account_key not in rejected], pieces, numbers
    )
    return [
        _found(each, scores, others, names, beside, key, known)
        for each in rivals
        if scores.get(each.account_key, -1.0) >= numbers.threshold_bits
        or known.verdicts.get((key, each.account_key)) == CONFIRM
    ]


def _rival(key: str, other: str, known: _Known) -> Rival:
    """An account that a new one may carry on from, with the circumstances of its end."""
    new, old, numbers = known.new[key], known.old[other], known.numbers
    gap = gap_days(new, old)
    timing = numbers.sides.uncollected_bits
    if new.is_collected:
        timing = known.arrivals.bits(gap, new.first_seen.timestamp() / DAY.total_seconds())
    pieces = tuple(reissued(each, gap, numbers) for each in known.shared[key][other])
    return Rival(other, pieces, timing)


def _found(
    rival: Rival,
    scores: dict[str, float],
    others: dict[str, list[Piece]],
    names: Collection[str],
    beside: Collection[str],
    key: str,
    known: _Known,
) -> _Found:
    """Put one succession together."""
    counted = count_once(rival.pieces, known.numbers)
    values = {(piece.kind, piece.value) for piece, _ in counted}
    sharing = [
        other
        for other in sorted({*names, *beside} - {rival.account_key})
        if values & {(piece.kind, piece.value) for piece in others[other]}
    ]
    came = known.new[key].first_seen
    shown = [piece.at for piece, _ in counted[:1] if piece.at]
    return _Found(
        account_key=key,
        of=rival.account_key,
        at=max([came, *shown]),
        score=round(scores.get(rival.account_key, known.numbers.prior_bits), DIGITS),
        counted=counted,
        rivals=[other for other in sharing if other in names],
        active=len([other for other in sharing if other in beside]),
    )


def _row(found: _Found, known: _Known, words: Words) -> tuple[object, ...]:
    """One row of `SUCCESSORS`."""
    key, of = found.account_key, found.of
    new, old = known.new[key], known.old[of]
    new_posts = [post for piece, _ in found.counted for post in sorted(piece.posts)[:CITED]]
    old_posts = [post for piece, _ in found.counted for post in piece.old_posts]
    return (
        key,
        of,
        found.at,
        found.score,
        words.sentence(key, of, old, gap_days(new, old), found.counted),
        [
            *words.reasons(key, of, found.counted),
            *words.hand_over(key, of, new, old),
            *words.others(found.rivals, found.active),
        ],
        [*list(dict.fromkeys(new_posts))[:CITED], *list(dict.fromkeys(old_posts))[:CITED]],
        known.verdicts.get((key, of)),
    )
