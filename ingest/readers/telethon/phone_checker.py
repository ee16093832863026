"""Which Telegram accounts belong to numbers, as telegram-phone-number-checker found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graph.errors import SourceError
from graph.records import Batch
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import Item
from ingest.readers.json_stream.stream import Broken, Stream
from ingest.readers.json_stream.values import TooDeep, build, fields
from ingest.readers.json_values import mapping, text
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.telegram.peers import Peer
from ingest.readers.telethon.ids import handles_of, name_of, phone_of
from ingest.readers.telethon.profiles import number_of_profile
from ingest.readers.telethon.told_profiles import ToldProfiles
from ingest.readers.told_rows import ToldRows

NOT_KEPT = "When the accounts were last online, and marks such as premium, are not kept."
PROFILE_AND_ERROR = (
    "Some numbers have both a profile and an error, which a version of the tool adds to every "
    "number; the profiles are read."
)
_NUMBER = re.compile(r"\+?\d[\d\s().-]{5,24}")
_PROFILE = frozenset({"id", "phone", "user_was_online"})
_KNOWN_ERRORS = ("No response", "This phone number", "TypeError", "Unexpected error", "Username @")
_QUERY, _FOUND = "query", "found"


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read ``results.json``: profiles by the number or name that was asked for.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Nothing of it is needed.

    Yields
    ------
    Batch
        A profile describes an account. Its number is the one that Telegram states, else the one
        that was asked for; a name that was asked for is no detail. What was not found is refused
        with the tool's own words.
    """
    rows = ToldProfiles(options)
    rows.note(NOT_KEPT)

    def tell(item: Item, _: ToldRows) -> None:
        """Tell a profile."""
        _tell(item, rows)

    yield from read_items(_entries(path, name), tell, rows)


def _entries(path: Path, name: str) -> Iterator[Item]:
    """Read the entries of the document, whose names are data, one by one."""
    stream = Stream(path)
    try:
        events = stream.events()
        event, _ = next(events)
        if event != "start_map":
            raise SourceError(
                f"{name}: it is not an object of numbers and what was found; get it again."
            )
        for query, first, value in fields(events):
            stream.begin_value()
            found = build(events, first, value)
            stream.end_value()
            problem = "it is nested too deep" if isinstance(found, TooDeep) else None
            whole = {_QUERY: query, _FOUND: found}
            yield Item("", f"entry {query[:60]}", whole, problem, stream.bytes_read)
        for _ in events:
            pass
    except Broken as broken:
        yield Item("", f"byte {stream.bytes_read:,}", stream.tail, str(broken), stream.bytes_read)
    except StopIteration:
        raise SourceError(f"{name}: the file holds nothing; get it again.") from None


def _tell(item: Item, rows: ToldProfiles) -> None:
    """Tell the profile of an entry."""
    query, profile = item.value[_QUERY].strip(), mapping(item.value, _FOUND)
    error = text(profile, "error")
    if profile.get("id") is None:
        raise Refusal(None, error or "it holds neither a profile nor an error")
    peer = Peer("user", number_of_profile(profile))
    if error is not None:
        rows.note(PROFILE_AND_ERROR)
    asked = query if _NUMBER.fullmatch(query) else None
    phone = phone_of(text(profile, "phone") or asked)
    rows.account(item.locator, peer, handles_of(profile), name=name_of(profile), contact=phone)
    rows.described()


def _fits(looks: Looks) -> bool:
    """Whether an object has numbers or names as keys, and under each what was found or an error."""
    if looks.kinds.isdisjoint({"object", "lines"}) or not looks.names:
        return False
    inside: dict[str, set[str]] = {}
    for name in looks.names:
        query, _, field = name.partition(".")
        inside.setdefault(query, set()).update({field} - {""})
    filled = {query: names for query, names in inside.items() if names}
    return bool(filled) and all(
        names >= _PROFILE or ("error" in names and _is_error(looks, query))
        for query, names in filled.items()
    )


def _is_error(looks: Looks, query: str) -> bool:
    """Whether an entry holds an error as the tool writes it."""
    written = looks.values.get(f"{query}.error", "")
    return written.startswith(_KNOWN_ERRORS) or f"@{query.lstrip('@')}" in written


PHONE_CHECKER = Reader(
    name="phone-checker",
    title="telegram-phone-number-checker results (JSON)",
    example='{"+12025550123": {"id": 123, "username": "…", "phone": "12025550123", …}}',
    read=read,
    fits=_fits,
)
