"""All scores of a method on a planted history, and how they are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.bench.history.account_score import (
    SUCCESSOR,
    VANISHED,
    score_successors,
    score_vanished,
)
from tests.bench.history.event_score import Compared, KindScore, compare, score_events
from tests.bench.history.id_score import IdScore, score_ids
from tests.bench.history.reported import Week, gather
from tests.bench.history.truth import Truth, late_to_be_seen, truth_of
from tests.bench.history.world import History

HEADING = (
    f"  {'':12} {'planted':>7} {'found':>5} {'told':>5} {'right':>5}  {'P':>5} {'R':>5}  "
    f"{'by gaps':>7}  {'weeks':>5}"
)


@dataclass(frozen=True)
class Scores:
    """How well a method tells a planted history.

    Attributes
    ----------
    kinds : dict of str to KindScore
        By kind of event, those of accounts (``vanished``, ``successor``) last.
    ways : dict of str to tuple
        By way in which successors give themselves away, how many there were and were found.
    ids : IdScore
    compared : list of Compared
        What became of each reported event of clusters.
    """

    kinds: dict[str, KindScore]
    ways: dict[str, tuple[int, int]]
    ids: IdScore
    compared: list[Compared]


def score(world: History, weeks: Iterable[Week], truth: Truth | None = None) -> Scores:
    """Score what a method reported week by week.

    Parameters
    ----------
    world : History
    weeks : iterable of tuple
        `tests.bench.history.reported.Week`: ``(week, events, account events, members)``, in their
        order.
    truth : Truth, optional
        If `truth_of` the world was made already.

    Returns
    -------
    Scores
        An event is right when its kind and cluster agree with something planted (most accounts of
        each are in the other, and one of those whom it is about is named) and it comes between
        the week in which that happened and the one in which it was due.
    """
    truth = truth or truth_of(world)
    replay = gather(weeks)
    compared = compare(truth, replay.events, late_to_be_seen(world))
    successors, ways = score_successors(truth, replay.account_events)
    kinds = score_events(truth, compared)
    kinds |= {VANISHED: score_vanished(truth, replay.account_events), SUCCESSOR: successors}
    return Scores(kinds, ways, score_ids(truth, replay.ids), compared)


def together(several: list[Scores]) -> Scores:
    """Scores of several histories: everything counted together, delays as their mean."""
    kinds = {kind: _sum([each.kinds[kind] for each in several]) for kind in several[0].kinds}
    ways = {
        way: _pair([each.ways.get(way, (0, 0)) for each in several])
        for way in sorted({way for each in several for way in each.ways})
    }
    ids = IdScore(*(sum(part) for part in zip(*(each.ids for each in several), strict=True)))
    return Scores(kinds, ways, ids, [it for each in several for it in each.compared])


def print_scores(name: str, scores: Scores) -> None:
    """Print a table of what one method found."""
    print(f"\n{name}\n{HEADING}")
    for kind, each in scores.kinds.items():
        delay = "—" if each.delay is None else f"{each.delay:.1f}"
        print(
            f"  {kind:12} {each.planted:7} {each.found:5} {each.reported:5} {each.right:5}  "
            f"{_short(each.precision)} {_short(each.recall)}  {each.gap:7}  {delay:>5}"
        )
    ids = scores.ids
    print(
        f"  one id for as long as the ring lasts: {ids.kept} of {ids.rings} rings; "
        f"known in {ids.known:,} of {ids.weeks:,} weeks"
    )
    ways = ", ".join(f"{way} {found} of {many}" for way, (many, found) in scores.ways.items())
    print(f"  successors by what gives them away: {ways or 'none planted'}")


def _sum(several: list[KindScore]) -> KindScore:
    """Counts together."""
    delays = [each.delay for each in several if each.delay is not None]
    return KindScore(
        sum(each.planted for each in several),
        sum(each.found for each in several),
        sum(each.reported for each in several),
        sum(each.right for each in several),
        sum(each.gap for each in several),
        sum(delays) / len(delays) if delays else None,
    )


def _pair(several: list[tuple[int, int]]) -> tuple[int, int]:
    """Pairs of counts together."""
    return sum(each[0] for each in several), sum(each[1] for each in several)


def _short(value: float | None) -> str:
    """Three digits."""
    return "    —" if value is None else f"{value:5.3f}"
