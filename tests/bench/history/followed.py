"""A planted history followed by Spoor, week by week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import polars as pl

from graph.day import end_of
from graph.detect import run
from graph.detection import Detection
from graph.lifecycle.account.events import account_events
from graph.lifecycle.account.state import AccountState
from graph.lifecycle.events import find_events
from graph.lifecycle.succession.successors import find_successors
from graph.lifecycle.tables import ACCOUNT_EVENTS, EVENTS
from graph.lifecycle.traces import traces_of
from graph.settings import DetectionSettings
from graph.tables import Tables
from tests.bench.history.known import tables_of
from tests.bench.history.reported import Week
from tests.bench.history.shape import WEEKS
from tests.bench.history.world import History
from tests.worlds import calibration


def follow(world: History, weeks: Iterable[int] = range(WEEKS)) -> Iterator[Week]:
    """Detect at the end of each week, and compare it with the week before.

    Parameters
    ----------
    world : History
    weeks : iterable of int
        Which, in their order.

    Yields
    ------
    Week
        Events that are sure; of accounts, those of clusters, and all successors.
    """
    before: Detection | None = None
    state: AccountState | None = None
    for week in weeks:
        tables = tables_of(world, week)
        now = run(tables, DetectionSettings(), calibration(), before=before)
        events = find_events(before, now).sure if before else EVENTS.to_frame()
        state_now = _state(now, tables)
        asked = {*now.members["account_key"], *(before.members["account_key"] if before else [])}
        told = pl.concat(
            [account_events(state, state_now, asked, tables), _successors(state, now, tables)]
        )
        yield week, events, told, now.members.select("cluster_id", "account_key")
        before, state = now, state_now


def _state(detection: Detection, tables: Tables) -> AccountState:
    """What is known of accounts."""
    end = end_of(tables.as_of)
    return AccountState(
        end, detection.presence, traces_of(tables),
        detection.members.select("cluster_id", "account_key", "role"), detection.roles,
        detection.interactions,
    )  # fmt: skip


def _successors(before: AccountState | None, now: Detection, tables: Tables) -> pl.DataFrame:
    """Successors that became known in the week, as events."""
    if before is None:
        return ACCOUNT_EVENTS.to_frame()
    found = find_successors(tables, now.presence, now.hubs, now.texts, since=before.end)
    told = found.drop("judged").with_columns(kind=pl.lit("successor"))
    return pl.concat([ACCOUNT_EVENTS.to_frame(), told], how="diagonal")
