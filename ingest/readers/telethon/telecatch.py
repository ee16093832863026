"""The messages that TeleCatch exports, as a table or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from graph.records import Batch
from ingest.readers.columns import COLUMNS, TOLD
from ingest.readers.json_items import json_items, read_items
from ingest.readers.json_lines import Item
from ingest.readers.json_values import inner, mapping, text
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.messages import NOBODY
from ingest.readers.telegram.peers import PLATFORM
from ingest.readers.telethon.ids import handle_of, number_of
from ingest.readers.telethon.tables import folded_items
from ingest.readers.told_rows import ToldRows

_KINDS = {"1": "user", "2": "channel", "3": "chat", "user": "user", "channel": "channel"}
_TAKEN = frozenset({
    "id", "channel_id", "message", "timestamp", "media_filename", "hyperlinks", "author_type",
    "author_id", "author_username", "author_name",
})  # fmt: skip
_REQUIRED = ("id", "channel_id", "username", "message", "timestamp", "type")
_EXPORTED = frozenset({"author_type", "media_filename", "hyperlinks"})


def read_table(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read the TSV, also those inside the zip with media, where numbers became fractions."""
    yield from read_items(folded_items(path, name, options), _tell, ToldRows(options))


def read_json(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read the JSON, one list."""
    yield from read_items(json_items(path, name, lists={""}), _tell, ToldRows(options))


def _tell(item: Item, rows: ToldRows) -> None:
    """Tell a message; it names whom it answers, but not which message."""
    said = mapping(item.value)
    channel, number = number_of(text(said, "channel_id")), number_of(text(said, "id"))
    if channel is None or number is None:
        raise Refusal("id" if number is None else "channel_id", "it is not an id")
    slug = handle_of(text(said, "username"))
    author, stated = _account(said, "author"), text(said, "author_id")
    if stated is None and text(said, "type") == "channel":
        author = f"channel{channel}"
    is_channel = author == f"channel{channel}"
    rows.tell(
        f"{item.locator}",
        {
            **_rest(said, slug),
            "author_id": stated if author is None else None,
            "platform": PLATFORM,
            "group_id": channel,
            "group_handle": slug,
            "account_id": author,
            "account_handle": handle_of(text(said, "author_username"))
            or (slug if is_channel else None),
            "account_name": text(said, "author_name"),
            "post_id": number,
            "post_url": f"https://t.me/{slug}/{number}" if slug else None,
            "posted_at": text(said, "timestamp"),
            "text": text(said, "message"),
            "contact": _links(said),
            "image": text(said, "media_filename"),
            "forwarded_from": _forwarded(said, author),
        },
    )


def _account(said: object, whose: str) -> str | None:
    """Read the id of an account: the author, or whose words are passed on; None when unknown."""
    number = number_of(text(said, f"{whose}_id"))
    stated = (text(said, f"{whose}_type") or "").strip().lower()
    kind = _KINDS.get(number_of(stated) or stated)
    return f"{kind}{number}" if kind and number and number != "0" else None


def _forwarded(said: object, author: str | None) -> str | None:
    """Whose words a message passes on, by name, handle or id."""
    source = _account(said, "fwd_from_author")
    if source is not None and source == author:
        return None
    names = (text(said, f"fwd_from_author_{field}") for field in ("name", "username"))
    named = next((name for name in names if name), None) or source
    is_forward = text(said, "fwd_from_author_id") or text(said, "fwd_from_author_type")
    return named or (NOBODY if is_forward else None)


def _links(said: object) -> str | None:
    """Read the addresses that stand behind words."""
    stated = inner(said, "hyperlinks")
    if isinstance(stated, str):
        try:
            stated = json.loads(stated)
        except (ValueError, RecursionError):
            stated = [stated]
    found = [text(each) for each in stated] if isinstance(stated, list) else []
    clean = (each.strip().replace(";", "%3B") for each in found if each)
    return ";".join(dict.fromkeys(clean)) or None


def _rest(said: object, slug: str | None) -> dict[str, object]:
    """Keep what has no column; the chat's address too where it is no name."""
    taken = _TAKEN | ({"username"} if slug else set())
    rest = {name: value for name, value in mapping(said).items() if name not in taken}
    return {
        f"{name} (source)" if name in COLUMNS or name in TOLD else name: value
        for name, value in rest.items()
    }


def _looks_exported(looks: Looks) -> bool:
    """Whether the fields are those of an exported message."""
    return looks.has(*_REQUIRED) and bool(looks.names & _EXPORTED)


def _fits_table(looks: Looks) -> bool:
    """Whether a table has these columns."""
    return looks.kinds == {"table"} and _looks_exported(looks)


def _fits_json(looks: Looks) -> bool:
    """Whether JSON begins as a list of such messages."""
    return "list" in looks.kinds and _looks_exported(looks)


TELECATCH = Reader(
    name="telecatch",
    title="TeleCatch messages (TSV)",
    example="id\tchannel_id\tusername\tmessage\ttimestamp\ttype\t…",
    read=read_table,
    fits=_fits_table,
)
TELECATCH_JSON = Reader(
    name="telecatch-json",
    title="TeleCatch messages (JSON)",
    example='[{"id": 12, "channel_id": 1234567890, "username": "https://t.me/…", "message": …}]',
    read=read_json,
    fits=_fits_json,
)
