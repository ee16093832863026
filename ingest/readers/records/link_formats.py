"""The tables of links that are read: Spoor's own, i2 Analyst's Notebook's, call records."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from ingest.readers.cells import Cells
from ingest.readers.looks import Looks
from ingest.readers.reader import Reader
from ingest.readers.records.link_files import link_reader
from ingest.readers.records.link_times import joined

_KINDS = ("kind", "type", "relation", "relationship")
_I2_FROM = ("entity 1", "entity1", "entity 1 identity", "entity 1 label", "end 1", "from entity")
_I2_TO = ("entity 2", "entity2", "entity 2 identity", "entity 2 label", "end 2", "to entity")
_I2_KINDS = ("link type", "link_type", "link label", "link")
_CALLING = (
    "calling number", "calling_number", "calling party", "calling party number", "caller number",
    "caller", "a number", "a-number", "a_number", "a party", "a-party", "originating number",
    "source number", "from number",
)  # fmt: skip
_CALLED = (
    "called number", "called_number", "called party", "called party number", "callee number",
    "callee", "receiver", "b number", "b-number", "b_number", "b party", "b-party",
    "terminating number", "destination number", "dialed number", "dialled number", "to number",
)  # fmt: skip
_TIMES = (
    "time", "start time", "start_time", "call start", "call time", "call_time", "timestamp",
    "date & time", "date and time", "datetime", "date/time", "start date & time",
    "start date and time", "call start time", "start",
)  # fmt: skip
_DATES = ("date", "start date", "start_date", "call date", "call_date")
_CALL_TYPES = ("call type", "call_type", "service", "type", "kind")
_TALK = frozenset({"text", "message", "body", "content", "caption", "subject"})
_PLAIN = frozenset({"platform", "account_id"})


def _plain(cells: Cells) -> Mapping[str, pl.Series]:
    """Read the columns of the links table as people type them."""
    return _with_rest(cells, cells.take("from"), cells.take("to"), cells.take(*_KINDS))


def _i2(cells: Cells) -> Mapping[str, pl.Series]:
    """Read the columns of a list of links from a chart."""
    return _with_rest(cells, cells.take(*_I2_FROM), cells.take(*_I2_TO), cells.take(*_I2_KINDS))


def _calls(cells: Cells) -> Mapping[str, pl.Series]:
    """Read the columns of call records."""
    kind = cells.made(_CALL_TYPES, _kind_of_call).fill_null("call")
    said = {"call type": cells.take(*_CALL_TYPES)}
    return said | dict(_with_rest(cells, cells.take(*_CALLING), cells.take(*_CALLED), kind))


def _with_rest(
    cells: Cells, start: pl.Series, end: pl.Series, kind: pl.Series
) -> Mapping[str, pl.Series]:
    """Add the columns that all these tables have alike, and what is left."""
    known = {
        "from": start,
        "to": end,
        "kind": kind,
        "time": joined(cells.take(*_DATES), cells.take(*_TIMES)),
        "amount": cells.take("amount", "value"),
        "currency": cells.take("currency"),
        "source": cells.take("source", "source reference"),
        "grade": cells.take("grade", "grading", "reliability"),
        "handling": cells.take("handling", "handling code"),
        "collected_at": cells.take("collected_at", "collected at"),
    }
    left = cells.rest().items()
    return known | {f"{name} (source)" if name in known else name: rest for name, rest in left}


def _kind_of_call(written: str) -> str:
    """Tell a text message from a call."""
    return next((kind for kind in ("sms", "mms") if kind in written.casefold()), "call")


def _fits_plain(looks: Looks) -> bool:
    """Whether a table or the objects on lines have both ends and a kind, and no words."""
    named = {name.casefold() for name in looks.names}
    return (
        not looks.kinds.isdisjoint({"table", "lines"})
        and {"from", "to"} <= named
        and not named.isdisjoint(_KINDS)
        and named.isdisjoint(_TALK | _PLAIN)
        and not any(name.startswith(("from.", "to.")) for name in named)
    )


def _fits_i2(looks: Looks) -> bool:
    """Whether a table names two entities and a link."""
    return (
        looks.kinds == {"table"}
        and not looks.names.isdisjoint(_I2_FROM)
        and not looks.names.isdisjoint(_I2_TO)
        and not looks.names.isdisjoint(_I2_KINDS)
        and looks.names.isdisjoint(_PLAIN | {"from", "to"})
    )


def _fits_calls(looks: Looks) -> bool:
    """Whether a table has the numbers that call and are called, and when."""
    return (
        looks.kinds == {"table"}
        and not looks.names.isdisjoint(_CALLING)
        and not looks.names.isdisjoint(_CALLED)
        and not looks.names.isdisjoint((*_TIMES, *_DATES))
        and looks.names.isdisjoint(_PLAIN | _TALK | {"from", "to"})
    )


LINKS = Reader(
    name="links",
    title="links table (calls, transfers, parcels, company records)",
    example="from,to,kind,time,amount,currency,source,grade,handling",
    read=link_reader(_plain),
    fits=_fits_plain,
)
I2_LINKS = Reader(
    name="i2-links",
    title="list of links from an i2 chart (unverified)",
    example="Entity 1,Entity 2,Link Type,Date & Time",
    read=link_reader(_i2),
    fits=_fits_i2,
)
CALL_RECORDS = Reader(
    name="call-records",
    title="call records of a telephone company (unverified)",
    example="calling number,called number,start time,duration",
    read=link_reader(_calls),
    fits=_fits_calls,
)
