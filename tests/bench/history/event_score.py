"""Reported events of clusters compared with those planted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from tests.bench.history.happenings import BANNED, KINDS
from tests.bench.history.reported import FOUND, Reported
from tests.bench.history.shape import SETTLED, WEEKS
from tests.bench.history.silence import lapsed
from tests.bench.history.truth import Accounts, Planted, Truth

NAMES_THEM = ("grown", "shrunk", FOUND)
"""Events that must name some of the accounts whom it is about."""

STEPS = {
    ("grown", "formed"), ("shrunk", "dissolved"), ("grown", "reappeared"),
    ("reappeared", "grown"), ("grown", BANNED), ("shrunk", BANNED),
}  # fmt: skip
"""``(reported, planted)``: steps of what was planted, when they name its accounts only."""

SILENT_WEEKS = 16
"""How far back a gap in the collection may have made somebody seem gone."""

LATE = 20
"""Weeks after it was due in which a report is late, and not of something that never happened."""


class KindScore(NamedTuple):
    """How well one kind of event is reported.

    Attributes
    ----------
    planted, found : int
        Due within the history, and of these reported in time.
    reported, right : int
        Reported, steps of something planted left out; and those of something planted.
    gap : int
        Wrong ones that a gap in the collection of their groups brought about.
    delay : float or None
        Median weeks from what happened to the first report.
    """

    planted: int
    found: int
    reported: int
    right: int
    gap: int = 0
    delay: float | None = None

    @property
    def precision(self) -> float | None:
        """Share of the reported that is right; None: nothing was reported."""
        return self.right / self.reported if self.reported else None

    @property
    def recall(self) -> float | None:
        """Share of the planted that was found; None: nothing was planted."""
        return self.found / self.planted if self.planted else None


class Compared(NamedTuple):
    """What became of each reported event: ``verdict`` is right, step, or wrong."""

    event: Reported
    verdict: str
    planted: Planted | None


def compare(truth: Truth, events: Iterable[Reported], unclear: Accounts) -> list[Compared]:
    """Judge each reported event, but those of the first weeks.

    Parameters
    ----------
    truth : Truth
    events : iterable of Reported
        In the order of weeks.
    unclear : frozenset of str
        Accounts of which nobody can know whether they were there before.
    """
    return [
        _judge(truth, event, unclear)
        for event in events
        if event.week >= SETTLED and event.kind in KINDS
    ]


def score_events(truth: Truth, compared: Sequence[Compared]) -> dict[str, KindScore]:
    """Score each kind.

    Returns
    -------
    dict of str to KindScore
        By kind, in the order of `KINDS`. Several right reports of one planted event count once in
        recall, and each in precision.
    """
    scores = {}
    for kind in KINDS:
        mine = [each for each in compared if each.event.kind == kind]
        first: dict[Planted, int] = {}
        for each in mine:
            if each.verdict == "right" and each.planted is not None:
                first.setdefault(each.planted, each.event.week)
        due = [each for each in truth.planted if each.kind == kind and each.due < WEEKS]
        wrong = [each.event for each in mine if each.verdict == "wrong"]
        right = sum(each.verdict == "right" for each in mine)
        delays = [week - planted.week for planted, week in first.items()]
        scores[kind] = KindScore(
            len(due), sum(each in first for each in due), right + len(wrong), right,
            sum(_by_gap(truth, each) for each in wrong), median(delays) if delays else None,
        )  # fmt: skip
    return scores


def alike(accounts: Accounts, planted: Planted) -> bool:
    """Whether a cluster is the one to which something happened: most of each are in the other."""
    common = accounts & planted.ever
    return 2 * len(common) > len(accounts) and 2 * len(accounts & planted.now) > len(planted.now)


def _judge(truth: Truth, event: Reported, unclear: Accounts) -> Compared:
    """Find out what an event is about."""
    near = [each for each in truth.planted if each.week <= event.week]
    for each in near:
        if each.kind == event.kind and event.week <= each.due and _tells(event, each):
            return Compared(event, "right", each)
    for each in near:
        if event.week <= each.due + LATE and _is_step(event, each):
            return Compared(event, "step", each)
    if any(event.accounts <= chain for chain in truth.chains()):
        return Compared(event, "step", None)
    if event.kind in NAMES_THEM and event.named and event.named <= unclear:
        return Compared(event, "step", None)
    if event.kind == FOUND and all(_was_there(truth, key, event.week) for key in event.named):
        return Compared(event, "step", None)
    return Compared(event, "wrong", None)


def _tells(event: Reported, planted: Planted) -> bool:
    """Whether an event of the right kind and time is of the right cluster and accounts."""
    if event.kind in NAMES_THEM and not event.named & planted.accounts:
        return False
    if planted.parts and any(2 * len(event.accounts & part) <= len(part) for part in planted.parts):
        return False
    return alike(event.accounts, planted)


def _is_step(event: Reported, planted: Planted) -> bool:
    """Whether an event is a part of something planted."""
    steps = (event.kind, planted.kind) in STEPS
    return steps and bool(event.named) and event.named <= planted.accounts


def _was_there(truth: Truth, account: str, week: int) -> bool:
    """Whether an account had begun to post in an earlier week."""
    seller = truth.sellers.get(account)
    return seller is not None and seller.stints[0][0] < 7.0 * week


def _by_gap(truth: Truth, event: Reported) -> bool:
    """Whether an event says that accounts are gone which go on where nobody collected."""
    if event.kind not in ("shrunk", "dissolved"):
        return False
    named = event.named or event.accounts
    return any(
        truth.goes_on(key, event.week)
        and lapsed(truth.sellers[key], event.week - SILENT_WEEKS, event.week)
        for key in named
        if key in truth.sellers
    )
