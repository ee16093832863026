"""Two days compared: everything that a report is told from."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import polars as pl

from app.reporting.period import Period
from graph.day import end_of
from graph.detection import Detection
from graph.judged import REJECT, Judged
from graph.lifecycle.account import AccountState, account_events
from graph.lifecycle.events import ClusterEvents, find_events
from graph.lifecycle.succession.groups import SUCCESSOR_GROUPS, find_successor_groups
from graph.lifecycle.succession.successors import SUCCESSORS, find_successors
from graph.lifecycle.tables import ACCOUNT_EVENTS, EVENTS
from graph.tables import Tables


class Compared(NamedTuple):
    """What was found between two days.

    Attributes
    ----------
    period : Period
    before : Detection or None
        None: nothing was known by the first day.
    now : Detection
    tables : Tables
        What is known by the second day.
    events : ClusterEvents
    account_events : polars.DataFrame
        `graph.lifecycle.tables.ACCOUNT_EVENTS`, successors left out.
    successors : polars.DataFrame
        `graph.lifecycle.succession.successors.SUCCESSORS`.
    successor_groups : polars.DataFrame
        `graph.lifecycle.succession.groups.SUCCESSOR_GROUPS`.
    """

    period: Period
    before: Detection | None
    now: Detection
    tables: Tables
    events: ClusterEvents
    account_events: pl.DataFrame
    successors: pl.DataFrame
    successor_groups: pl.DataFrame


def compare(
    period: Period,
    before: Detection | None,
    now: Detection,
    tables: Tables,
    judged: Judged,
) -> Compared:
    """Find out what changed between two days.

    Parameters
    ----------
    period : Period
    before, now : Detection
        Made alike.
    tables : Tables
        What is known by the second day.
    judged : Judged
        What people decided by now.
    """
    if before is None:
        nothing = ClusterEvents(EVENTS.to_frame(), EVENTS.to_frame())
        return Compared(
            period, None, now, tables, nothing, ACCOUNT_EVENTS.to_frame(), SUCCESSORS.to_frame(),
            SUCCESSOR_GROUPS.to_frame(),
        )  # fmt: skip
    since = end_of(before.as_of)
    asked = {*before.members["account_key"], *now.members["account_key"]}
    successors = find_successors(
        tables, now.presence, now.hubs, now.texts,
        since=since, before=before.presence, judged=judged,
    )  # fmt: skip
    return Compared(
        period, before, now, tables, find_events(before, now),
        account_events(_state(before), _state(now), asked, tables),
        _of_note(successors, asked),
        _unrejected(find_successor_groups(tables, since=since, judged=judged)),
    )  # fmt: skip


def _state(found: Detection) -> AccountState:
    """What was known of accounts on a day."""
    return AccountState(
        end_of(found.as_of), found.presence, found.traces,
        found.members.select("cluster_id", "account_key", "role"), found.roles, found.interactions,
    )  # fmt: skip


def _of_note(successors: pl.DataFrame, members: Collection[str]) -> pl.DataFrame:
    """Successors of which one side is in a cluster, and that nobody rejected."""
    inside = pl.Series(sorted(members), dtype=pl.String).implode()
    return _unrejected(successors).filter(
        pl.any_horizontal(pl.col("account_key", "of").is_in(inside))
    )


def _unrejected(successors: pl.DataFrame) -> pl.DataFrame:
    """Leave out what a person rejected."""
    return successors.filter(pl.col("judged").ne_missing(REJECT))
