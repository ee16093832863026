"""Reported events of accounts compared with the truth: who vanished, and who came back."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from tests.bench.history.event_score import LATE, SILENT_WEEKS, KindScore
from tests.bench.history.shape import SETTLED, WEEKS
from tests.bench.history.silence import lapsed
from tests.bench.history.truth import Stopped, Succeeded, Truth

AccountEvent = tuple[int, str, str, str | None]
VANISHED, SUCCESSOR = "vanished", "successor"


def score_vanished(truth: Truth, events: Iterable[AccountEvent]) -> KindScore:
    """Score the reports that an account was not seen since.

    Parameters
    ----------
    truth : Truth
    events : iterable of tuple
        ``(week, kind, account, of)``.

    Returns
    -------
    KindScore
        A report is right when the account has stopped by then. Members of rings are to be missed;
        strangers need not be, but may.
    """
    told = [(week, key) for week, kind, key, _ in events if kind == VANISHED and week >= SETTLED]
    wrong = [(week, key) for week, key in told if truth.goes_on(key, week)]
    first: dict[Stopped, int] = {}
    for stop in truth.stopped:
        weeks = [
            week for week, key in told if key == stop.account and stop.week <= week <= stop.due
        ]
        if weeks:
            first[stop] = min(weeks)
    due = [each for each in truth.stopped if each.due < WEEKS and each.account in truth.partners]
    return KindScore(
        len(due), sum(each in first for each in due), len(told), len(told) - len(wrong),
        sum(lapsed(truth.sellers[key], week - SILENT_WEEKS, week) for week, key in wrong),
        median(week - each.week for each, week in first.items()) if first else None,
    )  # fmt: skip


def score_successors(
    truth: Truth, events: Iterable[AccountEvent]
) -> tuple[KindScore, dict[str, tuple[int, int]]]:
    """Score the reports that an account may be the successor of another.

    Returns
    -------
    tuple
        `KindScore` (of pairs: each counts once, however often it is told), and for each way in
        which successors give themselves away how many were to be found and were found. The
        predecessor of a predecessor is neither right nor wrong.
    """
    told: dict[tuple[str, str], int] = {}
    for week, kind, key, of in events:
        if kind == SUCCESSOR and of is not None and week >= SETTLED:
            told.setdefault((key, of), week)
    known = {each.account: each for each in truth.succeeded}
    right = {pair for pair in told if _is_right(pair, known)}
    counted = [pair for pair in told if pair in right or not _is_earlier(pair, known)]
    due = [each for each in truth.succeeded if each.due < WEEKS]
    found = [each for each in due if told.get((each.account, each.of), LATE * WEEKS) <= each.due]
    ways = {
        way: (sum(each.way == way for each in due), sum(each.way == way for each in found))
        for way in sorted({each.way for each in due})
    }
    delays = [told[pair] - known[pair[0]].week for pair in right]
    delay = median(delays) if delays else None
    return KindScore(len(due), len(found), len(counted), len(right), 0, delay), ways


def _is_right(pair: tuple[str, str], known: dict[str, Succeeded]) -> bool:
    """Whether an account took over from the other."""
    return pair[0] in known and known[pair[0]].of == pair[1]


def _is_earlier(pair: tuple[str, str], known: dict[str, Succeeded]) -> bool:
    """Whether the other is one from which its predecessor had taken over."""
    return pair[0] in known and pair[1] in known[pair[0]].line
