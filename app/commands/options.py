"""Options whose values several commands read alike."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from graph.errors import UsageError

DATE_ORDERS = ("dmy", "mdy", "ymd")

Region = Annotated[
    str | None,
    typer.Option(metavar="CC", help="Country whose national phone numbers are meant (ID, TH)."),
]
TimeZone = Annotated[
    str | None,
    typer.Option(metavar="TZ", help="Zone of times that carry none (Asia/Jakarta)."),
]
DateOrder = Annotated[
    str | None,
    typer.Option(metavar="ORDER", help="Of dates that do not say: dmy, mdy or ymd."),
]


def day(option: str, given: str | None) -> str | None:
    """Check a day, given as ``2026-11-15``.

    Raises
    ------
    UsageError
        If it is none.
    """
    if given is None:
        return None
    try:
        if date.fromisoformat(given).isoformat() != given:
            raise ValueError
    except ValueError:
        raise UsageError(f"{option} {given}: not a day; give one such as 2026-11-15.") from None
    return given


def moment(option: str, given: str | None) -> datetime | None:
    """Read a moment, given in ISO 8601; without a zone it is UTC.

    Raises
    ------
    UsageError
        If it is none.
    """
    if given is None:
        return None
    try:
        found = datetime.fromisoformat(given)
        return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError(
            f"{option} {given}: not a time; give one such as 2026-11-15T18:00:00Z."
        ) from None


def named_encoding(given: str | None) -> str | None:
    """Check the name of an encoding of text.

    Raises
    ------
    UsageError
        If there is none of this name.
    """
    from ingest.readers.mapping import known_encoding

    try:
        return None if given is None else known_encoding(given)
    except ValueError as error:
        raise UsageError(f"--encoding {given}: {error}.") from None


def known_order(given: str | None) -> str | None:
    """Check the order of the numbers in dates.

    Raises
    ------
    UsageError
        If it is none.
    """
    if given is not None and given not in DATE_ORDERS:
        raise UsageError(f"--date-order {given}: name one of {', '.join(DATE_ORDERS)}.")
    return given
