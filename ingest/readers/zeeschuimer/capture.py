"""A capture: what a platform sent to the browser, and when and where it was seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from ingest.readers.json_lines import Item
from ingest.readers.json_values import inner, text
from ingest.readers.refusal import Refusal

Row = dict[str, object]
Said = tuple[str, Row]
"""Where in the capture something is said (empty: the capture itself), and the row it makes."""

_META = "__import_meta"
_INVESTIGATORS = ("user_agent", "nav_index", "source_url", "id", "tab_id", "session")
_WRITTEN = re.compile(
    r'"(?:user_agent|nav_index|source_url|source_platform_url)"\s*:\s*"(?:[^"\\]|\\.)*(?:"|$)'
)
_SEARCHED = frozenset({"q", "keyword"})


@dataclass(frozen=True)
class Capture:
    """What a line of a file holds.

    Attributes
    ----------
    source : str
        Which of Zeeschuimer's modules took it: ``tiktok.com``.
    data : mapping of str to object
        What the platform sent.
    seen : dict of str to object
        When it was collected, and the page that was looked at.
    """

    source: str
    data: Mapping[str, Any]
    seen: Row


def without_investigator(item: Item) -> Item:
    """Leave out of a line what is the investigator's, so that it is not kept if it is refused.

    That are the browser, its session and the addresses it asked; of the address of the page that
    was looked at, all but what names the page.
    """
    line = item.value
    if isinstance(line, str):
        return replace(item, value=_WRITTEN.sub('"…"', line))
    if not isinstance(line, Mapping):
        return item
    meta = line.get(_META)
    if isinstance(meta, Mapping):
        return replace(item, value={**line, _META: _told(meta)})
    return replace(item, value=_told(line))


def _told(meta: Mapping[str, Any]) -> dict[str, Any]:
    """Keep what a capture says of itself without what is the investigator's."""
    kept = {name: value for name, value in meta.items() if name not in _INVESTIGATORS}
    if "source_platform_url" in kept:
        kept["source_platform_url"] = page(text(kept, "source_platform_url"))
    return kept


def capture_of(line: object) -> Capture:
    """Take a line apart, as Zeeschuimer writes it or as 4CAT, which lifts the data to the top.

    Parameters
    ----------
    line : object
        The line as JSON.

    Raises
    ------
    Refusal
        If it names no module or holds no data.
    """
    meta = inner(line, _META)
    if isinstance(meta, Mapping) and isinstance(line, Mapping):
        data: Any = {name: value for name, value in line.items() if name != _META}
    else:
        meta, data = line, inner(line, "data")
    source = text(meta, "source_platform")
    if source is None:
        raise Refusal("source_platform", "the capture does not say of which platform it is")
    if not isinstance(data, Mapping) or not data:
        raise Refusal("data", "the capture holds no data")
    seen: Row = {
        "collected_at": text(meta, "timestamp_collected"),
        "collected_from_url": text(meta, "source_platform_url"),
    }
    return Capture(source, data, seen)


@lru_cache(maxsize=1024)
def page(url: str | None) -> str | None:
    """Leave out of a page's address what does not name the page."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        searched = [pair for pair in parse_qsl(parts.query) if pair[0] in _SEARCHED]
    except ValueError:
        return None
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(searched), ""))


def first(*values: str | None) -> str | None:
    """Take the first of some texts that is there."""
    return next((value for value in values if value is not None), None)


def lines(values: Iterable[str | None]) -> str | None:
    """Put texts one a line, each once; None when there are none."""
    return "\n".join(dict.fromkeys(value for value in values if value)) or None


def listed(values: Iterable[str | None]) -> list[str] | None:
    """List texts, each once; None when there are none."""
    return list(dict.fromkeys(value for value in values if value)) or None
