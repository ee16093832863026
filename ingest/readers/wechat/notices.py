"""WeChat's service messages: who joined or left a group, what it is called, whose it is."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from ingest.readers.told_rows import ToldRows
from ingest.readers.wechat.chats import PLATFORM, Person, Place

PASSED_OVER = (
    "Service messages that say neither who joined or left a group nor its name (messages taken "
    "back, payments, nudges) count as rows about the chat; their words are not kept."
)
_QUOTES = str.maketrans({"“": '"', "”": '"', "「": '"', "」": '"'})
_BY = r'(?:"(?P<by>.+?)"|(?P<me>你|[Yy]ou) ?)'
_PATTERNS = tuple(
    (event, re.compile(pattern, re.DOTALL))
    for event, pattern in (
        ("joined", rf"{_BY}邀请(?P<who>.+?)加入了?群聊(?:.{{0,9}}还有[:：](?P<also>.+))?"),
        ("joined", rf"(?P<who>.+?)通过扫描(?:{_BY}分享的)?二维码加入了?群聊.*"),
        ("joined", r"(?P<who>.+?)加入了?群聊"),
        ("joined", rf"{_BY} ?invited (?P<who>.+?) to the group chat.*"),
        ("joined", rf"(?P<who>.+?) joined (?:the )?group chat via .*?(?:by {_BY})?"),
        ("left", rf"{_BY}将(?P<who>.+?)移出了?群聊"),
        ("left", rf"(?P<who>你)被{_BY}移出了?群聊"),
        ("left", r"(?P<who>.+?)(?:已)?退出了?群聊"),
        ("left", rf"{_BY} ?removed (?P<who>.+?) from the group chat"),
        ("titled", rf'{_BY}修改群名为"(?P<title>.+)"'),
        ("titled", rf'{_BY} ?changed the group name to "(?P<title>.+)"'),
        ("owner", r"(?P<who>.+?)已?成为新群主"),
    )
)
_BETWEEN = re.compile(r'"?(?:、|，|, )"?|"和"|(?<=^你)和(?=")')
_WITH_ID = re.compile(
    r"(?P<name>.*)[(（](?P<id>[A-Za-z0-9_][\w.@-]{2,63})[)）]", re.DOTALL | re.ASCII
)
_LINK = re.compile(r'<link name="(?P<name>\w+)".*?</link>', re.DOTALL)
_MEMBER = re.compile(
    r"<username>(?P<id>.*?)</username>.*?<nickname>(?P<name>.*?)</nickname>", re.DOTALL
)
_TEMPLATE = re.compile(r"<template>(.*?)</template>", re.DOTALL)
_PLAIN = re.compile(
    r"<(?:plain|content|replacemsg)>(.*?)</(?:plain|content|replacemsg)>", re.DOTALL
)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_LONGEST = 20_000
_LONGEST_SAID = 4_000


@dataclass(frozen=True)
class Notice:
    """What a service message says.

    Attributes
    ----------
    event : str or None
        ``joined``, ``left``, ``titled``, ``owner``; None: nothing that is understood.
    people : tuple of Person
        Who joined or left, or owns the group now.
    also : tuple of Person
        Who was in it already.
    by : Person or None
        Who brought it about.
    title : str or None
        What the group is called now.
    """

    event: str | None = None
    people: tuple[Person, ...] = ()
    also: tuple[Person, ...] = ()
    by: Person | None = None
    title: str | None = None


def read_notice(words: str) -> Notice:
    """Read a service message in Chinese or English, plain or as WeChat's XML.

    Examples
    --------
    >>> read_notice('"Ani"邀请"Budi、Citra"加入了群聊').people[1].name
    'Citra'
    """
    said = _plain(words[:_LONGEST]).translate(_QUOTES).strip()[:_LONGEST_SAID].rstrip("。.")
    for event, pattern in _PATTERNS:
        if match := pattern.fullmatch(said):
            found = match.groupdict()
            by = found.get("by") or found.get("me")
            return Notice(
                event,
                _people(found.get("who")),
                _people(found.get("also")),
                _person(by) if by else None,
                found.get("title"),
            )
    return Notice()


def tell_notice(
    rows: ToldRows, locator: str, notice: Notice, place: Place, said: dict[str, object]
) -> None:
    """Tell what a service message says: a row for each person, or one about the group.

    Parameters
    ----------
    rows : ToldRows
        Take the rows.
    locator : str
        Of the message.
    notice : Notice
        With the exporter put in for ``你`` where that account is known.
    place : Place
        The group.
    said : dict
        When it was.
    """
    base = {"platform": PLATFORM, **place.told(), **said}
    told: list[dict[str, object]] = []
    if notice.title is not None:
        told.append({**base, "group_name": notice.title})
    by = notice.by.key(place.key) if notice.by else None
    by_id = by.removeprefix(f"{PLATFORM}:") if by else None
    means: dict[str, object] = (
        {"role": "owner"} if notice.event == "owner" else {"event": notice.event, "by_id": by_id}
    )
    told += [{**base, **person.told(), **means} for person in notice.people if _is_known(person)]
    told += [{**base, **person.told()} for person in notice.also if _is_known(person)]
    if notice.event is None:
        rows.note(PASSED_OVER)
    for number, row in enumerate(told or [base], start=1):
        rows.tell(locator if number == 1 else f"{locator}, person {number}", row)


def _is_known(person: Person) -> bool:
    """Whether there is anything that names a person."""
    return person.native_id is not None or person.name is not None


def _people(written: str | None) -> tuple[Person, ...]:
    """Read a list of people."""
    parts = _BETWEEN.split(written.strip()) if written else []
    return tuple(_person(part) for part in parts if part and part.strip(' "'))


def _person(written: str) -> Person:
    """Read whom a service message names: ``你``, a name, a name with an id behind it."""
    shown = written.strip().strip('"').strip()
    if shown in {"你", "you", "You"}:
        return Person(is_own=True)
    known = _WITH_ID.fullmatch(shown)
    if known is None:
        return Person(name=shown)
    return Person(known["id"], known["name"].strip() or None)


def _plain(words: str) -> str:
    """Give the words of a service message that is XML, people as ``name(id)``."""
    if "<sysmsg" not in words:
        return words
    template = _TEMPLATE.search(words)
    if template is None:
        plain = _PLAIN.search(words)
        return _text(plain.group(1)) if plain else ""
    said = _text(template.group(1))
    for link in _LINK.finditer(words):
        members = (
            f"{_text(member['name'])}({_text(member['id'])})"
            for member in _MEMBER.finditer(link.group())
        )
        said = said.replace(f"${link['name']}$", "、".join(members))
    return said


def _text(inner: str) -> str:
    """Give the text inside an element."""
    return html.unescape(_CDATA.sub(r"\1", inner)).strip()
