"""Service rows of a page as memberships and titles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

import polars as pl

from graph.keys import LONGEST_NAME
from graph.records import MEMBERSHIPS, UTC
from ingest.readers.telegram_html.chat import Event
from ingest.readers.telegram_html.chat_keys import ChatKeys
from ingest.readers.telegram_html.clock import read_dates
from ingest.readers.telegram_html.service import names_in

DELETED = frozenset({"Deleted Account", "Deleted"})
TITLES = pl.Schema({"name": pl.String(), "seen_at": UTC, "locator": pl.String()})
_NAMED = pl.Schema({"name": pl.String(), "by_name": pl.String(), **MEMBERSHIPS})


def changes(
    events: list[Event], keys: ChatKeys, time_zone: str | None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Make memberships and titles of service rows.

    Parameters
    ----------
    events : list of Event
    keys : ChatKeys
        Which knows the names of those who have written.
    time_zone : str, optional
        The exporter's.

    Returns
    -------
    tuple of DataFrame
        `graph.records.MEMBERSHIPS` with the ``name`` of the account and ``by_name``, and the
        chat's titles as `TITLES`. Deleted accounts, all of one name, belong to nothing.
    """
    dates = pl.Series([event.date for event in events], dtype=pl.String)
    times: list[datetime | None] = read_dates(dates, time_zone)["time"].to_list()
    timed = list(zip(events, times, strict=True))
    memberships = [
        (
            *(change.name, change.by, keys.account(change.name), keys.group, change.role),
            *(change.event, change.by and keys.account(change.by), time),
            *(f"message {event.number}", None),
        )
        for event, time in timed
        for change in _of_event(event, keys)
    ]
    titles = [
        (event.said.title, time, f"message {event.number}")
        for event, time in timed
        if event.said.title
    ]
    return (
        pl.DataFrame(memberships, _NAMED, orient="row"),
        pl.DataFrame(titles, TITLES, orient="row"),
    )


class _Change(NamedTuple):
    """Who joined, left or has a role, and by whom, all by name."""

    name: str
    role: str | None
    event: str | None
    by: str | None


def _of_event(event: Event, keys: ChatKeys) -> Iterator[_Change]:
    """Tell who joined, left or has a role."""
    said = event.said
    by = said.actor if said.actor is not None and _is_somebody(said.actor) else None
    if said.role is not None and by is not None:
        yield _Change(by, said.role, "joined" if said.title is not None else None, None)
    for happened, listed in (("joined", said.joined), ("left", said.left)):
        for name in names_in(listed, keys.names) if listed is not None else ():
            if _is_somebody(name):
                yield _Change(name, None, happened, by if by != name else None)


def _is_somebody(name: str) -> bool:
    """Whether a name stands for one account."""
    return bool(name) and name not in DELETED and len(name) <= LONGEST_NAME
