"""What service rows say: who came and went, and what the chat was called."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})", re.ASCII)
_AND = " and "
_MOST_COMMAS = 8
_NO_MESSAGES = "No exported messages"
UNSUPPORTED = "This message is not supported by this version"


@dataclass(frozen=True, slots=True)
class Service:
    """What a service row says.

    Attributes
    ----------
    actor : str or None
        Who brought it about.
    joined, left : str or None
        Who joined or left, as listed.
    role : str or None
        Which role the one who joined, or the actor, has.
    title : str or None
        What the chat is called from now on.
    is_of_group : bool
        Whether only groups and channels have such rows.
    is_known : bool
        Whether the row is one of those that are known.
    """

    actor: str | None = None
    joined: str | None = None
    left: str | None = None
    role: str | None = None
    title: str | None = None
    is_of_group: bool = False
    is_known: bool = True


_GROUPS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?>(?P<creator>.+?) created group «)(?P<title>.*?)»(?: with members (?P<joined>.+))?",
        r"(?>(?P<actor>.+?) changed group title to «)(?P<title>.*)»",
        r"Channel title changed to «(?P<title>.*)»",
        r"Channel «(?P<title>.*)» created",
        r"(?>.+? (?:changed|removed) group photo)",
        r"Channel (?:photo|theme) .+",
        r"(?>(?P<actor>.+?) joined group by link from )(?P<inviter>.+)",
        r"(?>(?P<joined>.+?) joined group (?:by link|by request|via a community))",
        r"(?>(?P<left>.+?) left (?:the )?group)",
        r"(?>.+? made )(?P<owner>.+) the new main admin of the group",
        r"(?>.+? will become the new main admin in 7 days if ).+",
        r"(?>.+? converted this group to a supergroup)",
        r"(?>.+? converted a basic group to this supergroup «).*»",
        r"(?>.+? boosted the group ).+",
    )
)
_NO_MEMBERS = (" to the poll.", " from the poll.", " to the voice chat")
_MEMBERS = (
    re.compile(r"(?>(?P<actor>.+?) invited )(?P<joined>.+)"),
    re.compile(r"(?>(?P<actor>.+?) removed )(?P<left>.+)"),
)
_OTHERS = (
    " pinned this message", "History cleared", " joined Telegram", " took a screenshot",
    " scored ", "oice chat", "auto-delete", " background", "chat theme", " sharing in this chat",
    " within ", " requested ", "requested:", " gift", "You ", " giveaway", " suggests ",
    " todo list", " added tasks: ", " refunded", "rice per ", "Direct messages", "suggested post",
    "paid post", " created a bot ", " topic ", *_NO_MEMBERS,
)  # fmt: skip


def read_service(text: str) -> Service:
    """Read the text of a service row, in one line.

    Parameters
    ----------
    text : str
        In English, as the program writes them whatever its language.
    """
    patterns = _GROUPS if text.endswith(_NO_MEMBERS) else (*_GROUPS, *_MEMBERS)
    for pattern in patterns:
        if match := pattern.fullmatch(text):
            return _service(match.groupdict())
    return Service(is_known=any(words in text for words in _OTHERS))


def _service(named: dict[str, str | None]) -> Service:
    """Put together what a pattern has found."""
    inviter = named.get("inviter")
    heads = named.get("creator") or named.get("owner")
    return Service(
        actor=inviter or heads or named.get("actor"),
        joined=named.get("actor") if inviter else named.get("joined"),
        left=named.get("left"),
        role="creator" if heads else None,
        title=named.get("title"),
        is_of_group=True,
    )


def day_of(text: str) -> date | None:
    """Read the line between days (``9 March 2026``); null for any other text."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))
    except ValueError:
        return None


def is_filler(text: str) -> bool:
    """Whether a row stands in place of messages that there are none of."""
    return text == _NO_MESSAGES


def names_in(listed: str, known: Collection[str]) -> list[str]:
    """Tell the names in a list (``Budi, Sari and Agus``).

    Parameters
    ----------
    listed : str
    known : collection of str
        Names that are known to be whole, though they look like a list ("Tom and Jerry").
    """
    cut = _before_last(listed, known)
    if listed in known or cut < 0:
        return [listed]
    pieces = [(name, ", ") for name in listed[:cut].split(", ")]
    pieces = [*pieces[:-1], (pieces[-1][0], _AND), (listed[cut + len(_AND) :], "")]
    names: list[str] = []
    while pieces:
        lengths = range(1, min(len(pieces), _MOST_COMMAS) + 1)
        length = max((at for at in lengths if _joined(pieces[:at]) in known), default=1)
        names.append(_joined(pieces[:length]))
        pieces = pieces[length:]
    return names


def _before_last(listed: str, known: Collection[str]) -> int:
    """Where the last name of a list is joined to those before it; below 0: nowhere."""
    last = cut = listed.rfind(_AND)
    for _ in range(_MOST_COMMAS):
        if cut < 0 or listed[cut + len(_AND) :] in known:
            break
        cut = listed.rfind(_AND, 0, cut)
    return last if cut < 0 or listed[cut + len(_AND) :] not in known else cut


def _joined(pieces: list[tuple[str, str]]) -> str:
    """Put pieces of a list together again, as they stood."""
    return "".join(name + link for name, link in pieces[:-1]) + pieces[-1][0]
