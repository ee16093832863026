"""How surely events hold: the same change looked for again on evidence drawn again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from graph.calibration import Calibration
from graph.lifecycle.days import Days
from graph.lifecycle.event import ACTIVITY, EVIDENCE, Event
from graph.lifecycle.redrawn import NOWHERE, Redrawn, draw_luck, names_drawn

LEAST_SHARE = 0.9


class Runs:
    """Both days cut again, as far as events need it.

    Parameters
    ----------
    days : Days
    calibration : Calibration
    events : iterable of Event
        Only clusters of these are cut again.
    """

    def __init__(self, days: Days, calibration: Calibration, events: Iterable[Event]) -> None:
        self._days = days
        asked = {each for event in events for each in self._accounts(event)}
        names = names_drawn(days.before, asked) | names_drawn(days.now, asked)
        luck = draw_luck(names, days.now.settings.seed)
        self._before = Redrawn(days.before, asked, calibration, luck)
        self._now = Redrawn(days.now, asked, calibration, luck)

    def hold(self, event: Event) -> Event:
        """Say in which share of runs an event holds; of accounts that came or went, keep the sure.

        Accounts of a cluster that grew or shrank are judged one by one: the event keeps those that
        are sure, unless none is.
        """
        if event.kind in {"grown", "shrunk"}:
            return self._with_sure(event)
        share = float(np.mean(self._holds(event)))
        if event.kind == "split" and event.cause == EVIDENCE:
            sides = [self._days.accounts_now[name] for name in event.outcomes]
            cause = ACTIVITY if self._now.are_linked(sides) else EVIDENCE
            return replace(event, share_of_runs=share, cause=cause)
        return replace(event, share_of_runs=share)

    def _holds(self, event: Event) -> np.ndarray:
        """Whether an event holds, run by run."""
        days = self._days
        if event.kind == "formed":
            new = list(event.added)
            return self._are_one(self._now, new) & ~self._are_one(self._before, new)
        if event.kind == "merged":
            sides = [self._still(name, event.outcomes) for name in event.origins]
            return _alike(self._now, sides) & ~_alike(self._before, sides)
        if event.kind == "split":
            sides = [self._already(name, event.origins) for name in event.outcomes]
            return _alike(self._before, sides) & _apart(self._now, sides)
        if event.kind == "reappeared":
            return self._are_one(self._now, days.accounts_now[event.outcomes[0]])
        was = self._are_one(self._before, days.accounts_before[event.origins[0]])
        if event.outcomes:
            return was
        return was & ~self._are_one(self._now, days.accounts_before[event.origins[0]])

    def _with_sure(self, event: Event) -> Event:
        """Keep the accounts of which it is sure that they came or went."""
        came = event.kind == "grown"
        core = self._still(event.origins[0], event.outcomes)
        home_before, home_now = self._before.together(core), self._now.together(core)
        shares = {}
        for account in event.added if came else event.removed:
            was = (self._before.where(account) == home_before) & (home_before != NOWHERE)
            is_now = (self._now.where(account) == home_now) & (home_now != NOWHERE)
            is_gone = account in self._days.accounts_now[event.outcomes[0]]
            holds = is_now & ~was if came else was & (is_gone | ~is_now)
            shares[account] = float(np.mean(holds))
        kept = tuple(each for each in shares if shares[each] >= LEAST_SHARE) or tuple(shares)
        share = min(shares[each] for each in kept)
        sure = replace(event, share_of_runs=share)
        return replace(sure, added=kept) if came else replace(sure, removed=kept)

    def _accounts(self, event: Event) -> set[str]:
        """All accounts of the clusters of an event."""
        old = (each for name in event.origins for each in self._days.accounts_before[name])
        new = (each for name in event.outcomes for each in self._days.accounts_now[name])
        return {*old, *new}

    def _still(self, origin: str, outcomes: tuple[str, ...]) -> list[str]:
        """Accounts of an earlier cluster that are in some of now."""
        now = {each for name in outcomes for each in self._days.accounts_now[name]}
        return [each for each in self._days.accounts_before[origin] if each in now]

    def _already(self, outcome: str, origins: tuple[str, ...]) -> list[str]:
        """Accounts of a cluster of now that were in some of before."""
        old = {each for name in origins for each in self._days.accounts_before[name]}
        return [each for each in self._days.accounts_now[outcome] if each in old]

    @staticmethod
    def _are_one(day: Redrawn, accounts: list[str]) -> np.ndarray:
        """Whether most of some accounts are together, run by run."""
        return day.together(accounts) != NOWHERE


def _alike(day: Redrawn, sides: list[list[str]]) -> np.ndarray:
    """Whether most of each side are in one and the same part, run by run."""
    homes = np.array([day.together(side) for side in sides])
    return (homes != NOWHERE).all(axis=0) & (homes == homes[0]).all(axis=0)


def _apart(day: Redrawn, sides: list[list[str]]) -> np.ndarray:
    """Whether most of each side are together, and no two sides are, run by run."""
    homes = np.sort(np.array([day.together(side) for side in sides]), axis=0)
    return (homes != NOWHERE).all(axis=0) & (np.diff(homes, axis=0) != 0).all(axis=0)
