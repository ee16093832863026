"""What the user should know of how a chat was read."""

from __future__ import annotations

from ingest.readers.whatsapp.survey import Layout

_FEW_UNKNOWN = 20


def layout_notices(name: str, layout: Layout, time_zone: str | None) -> list[str]:
    """Say what was assumed of a chat's dates, times and headings.

    Parameters
    ----------
    name : str
        What the user calls the file.
    layout : Layout
        How the chat is written.
    time_zone : str or None
        What the user says of its times.
    """
    found = []
    if time_zone is None:
        found.append(
            f"{name}: a chat does not say in which time zone it was exported; UTC is assumed, so "
            "name the phone's with --timezone (as in Asia/Jakarta)."
        )
    if layout.order.reason is not None:
        first, second = ("day", "month") if layout.order.is_day_first else ("month", "day")
        other = "mdy" if layout.order.is_day_first else "dmy"
        found.append(
            f"{name}: its dates do not show whether the day or the month stands first; the "
            f"{first} is taken to stand before the {second}, {layout.order.reason}; pass "
            f"--date-order {other} if that is wrong."
        )
    if layout.others:
        found.append(
            f"{name}: {_lines(layout.others)} of another style and "
            f"{'was' if layout.others == 1 else 'were'} kept as text of the message above."
        )
    if layout.headings < layout.others:
        found.append(
            f"{name}: fewer than half of its headings are of one style; it may hold several "
            "chats, so export each to a file of its own."
        )
    return found


def unknown_rows_notice(name: str, unknown: int, understood: int) -> list[str]:
    """Say that many of WhatsApp's own rows are in words that are not known, if they are."""
    if unknown < _FEW_UNKNOWN or unknown <= 2 * understood:
        return []
    return [
        f"{name}: {unknown:,} rows that WhatsApp itself wrote are in words that are not known; "
        "who joined or left by them is not read."
    ]


def _lines(count: int) -> str:
    """Say how many lines look like headings."""
    return "1 line looks like a heading" if count == 1 else f"{count:,} lines look like headings"
