"""The public posts of a channel that snscrape saved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.records import Batch
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import Item, json_lines
from ingest.readers.json_values import inner, mapping, text, texts
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.peers import PLATFORM
from ingest.readers.telethon.contents import kept
from ingest.readers.telethon.ids import handle_of
from ingest.readers.telethon.told_profiles import ToldProfiles
from ingest.readers.told_rows import ToldRows

_MODULE = "snscrape.modules.telegram."
_POST, _CHANNEL = f"{_MODULE}TelegramPost", f"{_MODULE}Channel"
_ADDRESS = re.compile(
    r"https?://t\.me/(?:s/)?([A-Za-z]\w{2,31})/(?:\d{1,19}/)?(\d{1,19})(?:[/?#].*)?", re.ASCII
)
_TAKEN = frozenset({"_type", "_snscrape", "url", "date", "content", "outlinks", "outlinksss"})
_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)
_SHOWN = 60


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read JSON Lines of snscrape's Telegram module.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Its encoding.

    Yields
    ------
    Batch
        A post is the channel's, known by the name in its address; one without content showed a
        picture or file only. Addresses behind its words are details of it, but not those of other
        posts, which are answered or passed on, and which the tool does not tell apart.
    """
    rows = ToldProfiles(options)

    def tell(item: Item, _: ToldRows) -> None:
        """Tell a post, or the channel itself."""
        kind = text(item.value, "_type")
        if kind == _POST:
            _tell_post(item, rows)
        elif kind == _CHANNEL:
            _tell_channel(item, rows)
        else:
            raise Refusal("_type", f"'{(kind or '')[:_SHOWN]}' is not a post of Telegram")

    yield from read_items(json_lines(path, name, options.encoding), tell, rows)


def _tell_post(item: Item, rows: ToldProfiles) -> None:
    """Tell a post."""
    said = mapping(item.value)
    url, content = text(said, "url"), said.get("content")
    match = _ADDRESS.fullmatch((url or "").strip())
    if match is None:
        raise Refusal("url", f"'{(url or '')[:_SHOWN]}' is not the address of a post")
    if content is not None and not isinstance(content, str):
        raise Refusal("content", "it is no text")
    slug, number = match.groups()
    posts, others = _outlinks(said, content or "")
    row = {
        **kept(said, _TAKEN),
        "posts linked to": posts or None,
        "platform": PLATFORM,
        "group_handle": slug,
        "account_handle": slug,
        "post_id": number,
        "post_url": f"https://t.me/{slug}/{number}",
        "posted_at": text(said, "date"),
        "text": content or None,
        "contact": ";".join(others) or None,
        "forwarded_from": _forwarded(said, slug),
    }
    rows.tell(item.locator, row)


def _tell_channel(item: Item, rows: ToldProfiles) -> None:
    """Tell what a channel says of itself."""
    handle = handle_of(text(item.value, "username"))
    if handle is None:
        raise Refusal("username", "it names no channel")
    name, bio = text(item.value, "title"), text(item.value, "description")
    rows.group(item.locator, None, [handle], name=name)
    rows.account(item.locator, None, [handle], name=name, bio=bio)
    rows.described()


def _outlinks(said: Mapping[str, Any], content: str) -> tuple[list[str], list[str]]:
    """Tell the addresses of other posts from those behind words; leave out what the words say."""
    shown = content.casefold()
    hidden = [
        link.strip().replace(";", "%3B")
        for link in texts(said, "outlinks")
        if _SCHEME.sub("", link.strip()).rstrip("/").casefold() not in shown
    ]
    posts = [link for link in dict.fromkeys(hidden) if _ADDRESS.fullmatch(link)]
    return posts, [link for link in dict.fromkeys(hidden) if link not in posts]


def _forwarded(said: Mapping[str, Any], slug: str) -> str | None:
    """Whose words a post passes on, where a newer version of the tool says so."""
    match = _ADDRESS.fullmatch((text(said, "forwardedUrl") or "").strip())
    source = handle_of(inner(said, "forwarded", "username")) or (match[1] if match else None)
    name = source or text(said, "forwarded")
    return name if name is None or name.lower() != slug.lower() else None


def _fits(looks: Looks) -> bool:
    """Whether lines begin as posts or channels of this module."""
    return "lines" in looks.kinds and looks.values.get("_type", "").startswith(_MODULE)


SNSCRAPE = Reader(
    name="snscrape-telegram",
    title="snscrape posts of a Telegram channel (JSON Lines)",
    example='{"_type": "snscrape.modules.telegram.TelegramPost", "url": "https://t.me/s/…", …}',
    read=read,
    fits=_fits,
)
