"""Changes of clusters between two days, before anybody asks how surely they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import polars as pl

from graph.lifecycle.days import Days
from graph.lifecycle.event import ACTIVITY, EVIDENCE, Event
from graph.lifecycle.tables import GONE
from graph.ties.posterior import PAIR

LEAST_MEMBERS = 2


def find_changes(days: Days) -> Iterator[Event]:
    """Give what became of each cluster; those to which nothing happened are ``continued``.

    Clusters that were gone and still are, or that are gone when they become known, give nothing.
    """
    for cluster in days.accounts_now:
        origins = days.predecessors.get(cluster, [])
        if not origins:
            yield from _appeared(days, cluster)
        elif len(origins) > 1:
            yield _merged(days, cluster, origins)
        elif len(days.successors[origins[0]]) == 1:
            yield from _went_on(days, origins[0], cluster)
    for cluster in days.accounts_before:
        outcomes = days.successors.get(cluster, [])
        if len(outcomes) > 1:
            yield _split(days, cluster, outcomes)
        elif not outcomes and cluster not in days.gone_before:
            gone = _living(days.accounts_before[cluster], days.status_before)
            yield Event("dissolved", cluster, (cluster,), (), removed=gone)


def _appeared(days: Days, cluster: str) -> Iterator[Event]:
    """Tell of a cluster that was none before: formed, or found where nobody had looked."""
    if cluster in days.gone_now:
        return
    accounts = days.accounts_now[cluster]
    found = tuple(each for each in accounts if each in days.found)
    added = tuple(each for each in accounts if each not in days.found)
    kind = "formed" if len(added) >= LEAST_MEMBERS else "continued"
    cause = _why_more(days, added)
    yield Event(kind, cluster, (), (cluster,), added=added, found=found, cause=cause)


def _merged(days: Days, cluster: str, origins: list[str]) -> Event:
    """Tell of a cluster that was several before."""
    event = Event("merged", cluster, tuple(origins), (cluster,))
    return _with_accounts(days, event)


def _split(days: Days, cluster: str, outcomes: list[str]) -> Event:
    """Tell of a cluster that is several now."""
    event = Event("split", cluster, (cluster,), tuple(outcomes), cause=_why_split(days, outcomes))
    return _with_accounts(days, event)


def _went_on(days: Days, old: str, cluster: str) -> Iterator[Event]:
    """Tell of a cluster that is the same as before."""
    was_gone, is_gone = old in days.gone_before, cluster in days.gone_now
    if was_gone and is_gone:
        return
    event = _with_accounts(days, Event("continued", cluster, (old,), (cluster,)))
    if was_gone:
        yield replace(event, kind="reappeared", cause=ACTIVITY)
    elif is_gone:
        living = _living(days.accounts_before[old], days.status_before)
        yield replace(event, kind="dissolved", cause=ACTIVITY, removed=living)
    else:
        if event.added:
            cause = _why_more(days, event.added)
            yield replace(event, kind="grown", cause=cause, removed=(), back=())
        if event.removed:
            yield replace(event, kind="shrunk", cause=_why_fewer(days, event), added=(), found=())
        if not event.added and not event.removed:
            yield event


def _with_accounts(days: Days, event: Event) -> Event:
    """Add who came, went, came back and was found."""
    old = {each for name in event.origins for each in days.accounts_before[name]}
    new = {each for name in event.outcomes for each in days.accounts_now[name]}
    joined = [each for each in sorted(new - old) if not _comes_late(days, each)]
    seen = {each for each in new if days.status_now.get(each) != GONE}
    was_gone = {each for each in old if days.status_before.get(each) == GONE}
    return replace(
        event,
        added=tuple(each for each in joined if each in seen and each not in days.found),
        found=tuple(each for each in joined if each in seen and each in days.found),
        removed=tuple(sorted((old - was_gone) - seen)),
        back=tuple(sorted(was_gone & seen)),
    )


def _comes_late(days: Days, account: str) -> bool:
    """Whether an account was of a cluster that has merged with another since."""
    home = days.home_before.get(account)
    return home is not None and home not in days.accounts_now


def _why_more(days: Days, added: tuple[str, ...]) -> str:
    """Say whether accounts are new, or known ones that are now tied."""
    return ACTIVITY if days.new.issuperset(added) else EVIDENCE


def _why_split(days: Days, outcomes: list[str]) -> str:
    """Say whether accounts went apart though they are linked, or the evidence for it is gone."""
    home = {each: name for name in outcomes for each in days.accounts_now[name]}
    own = pl.Series(sorted(home), dtype=pl.String).implode()
    ties = days.now.ties.filter(pl.all_horizontal(pl.col(PAIR).is_in(own))).select(PAIR)
    return ACTIVITY if any(home[a] != home[b] for a, b in ties.iter_rows()) else EVIDENCE


def _why_fewer(days: Days, event: Event) -> str:
    """Say whether accounts went silent, or the evidence for them."""
    silent = all(days.status_now.get(each) == GONE for each in event.removed)
    return ACTIVITY if silent else EVIDENCE


def _living(accounts: Iterable[str], status: dict[str, str]) -> tuple[str, ...]:
    """Those that are not gone."""
    return tuple(sorted(each for each in accounts if status.get(each) != GONE))
