"""Who writes on Facebook, as far as a scraper can know it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.readers.facebook.addresses import group_of, is_number, profile_of
from ingest.readers.placeholders import is_placeholder

Place = Mapping[str, str | None]
"""A group, as `group` names it."""

_NOBODY = re.compile(
    r"(?:anonymous (?:participant|member|user|poster|author)|(?:peserta|anggota) anonim"
    r"|(?:participante|miembro) anónimo|(?:participante|membro) anônimo"
    r"|(?:participant|membre) anonyme|anonymer teilnehmer|anonymes mitglied"
    r"|(?:người tham gia|thành viên) ẩn danh)(?:\s+\d+)?",
    re.IGNORECASE,
)


_FLOAT = re.compile(r"(\d{1,15})\.0")
_CUT = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d+")


def exact(native_id: str | None) -> str | None:
    """Leave out the fraction that a data frame gives an id; from 16 digits on it is rounded."""
    found = _FLOAT.fullmatch(native_id or "")
    return found[1] if found else native_id


def group(native_id: str | None, name: str | None, *urls: str | None) -> dict[str, str | None]:
    """Name a group.

    Parameters
    ----------
    native_id : str or None
        Its number, if the source has one.
    name : str or None
        Its title.
    *urls : str or None
        Addresses in it; the first that names a group counts.

    Returns
    -------
    dict
        ``group_id group_handle group_name``; the handle is the name in the address.
    """
    stated = next((found for found in map(group_of, urls) if found), None)
    number, handle = (stated, None) if is_number(stated) else (None, stated)
    return {
        "group_id": _number(exact(native_id), number),
        "group_handle": handle,
        "group_name": name,
    }


def author(
    native_id: str | None,
    name: str | None,
    url: str | None,
    place: Place,
    post_id: str | None,
) -> dict[str, str | None]:
    """Name who wrote something.

    Parameters
    ----------
    native_id : str or None
        As the source gives it: a number, or an opaque ``pfbid…`` of the scraper's visit.
    name : str or None
        What Facebook shows.
    url : str or None
        Address of the profile.
    place : mapping
        The group, as `group` names it.
    post_id : str or None
        Of what was written.

    Returns
    -------
    dict
        ``account_id account_handle account_name account_url``, or ``called`` for whom Facebook
        does not name: that is nobody but the author of this one post, whatever number stands
        behind the word. An opaque id holds in its group only, and no more than that is made of
        it; one without a group holds for its post.
    """
    scope = place.get("group_id") or _at(place.get("group_handle"))
    if name is not None and _NOBODY.fullmatch(name.strip()):
        where = f"{scope}/" if scope else ""
        return {"account_id": post_id and f"{where}anonymous-{post_id}", "called": name}
    profile = profile_of(url)
    if native_id is not None and is_placeholder(native_id):
        native_id = None
    number = _number(exact(native_id), profile.native_id)
    if number is None and profile.handle is None and native_id is not None:
        holds_in = scope or (post_id and f"post-{post_id}")
        number = holds_in and f"{holds_in}/{native_id}"
    return {
        "account_id": number,
        "account_handle": profile.handle,
        "account_name": name,
        "account_url": profile.url,
    }


def _number(given: str | None, stated: str | None) -> str | None:
    """Choose a number that is given, else in an address; one cut short stays to be refused."""
    if is_number(given):
        return given
    return stated or (given if _CUT.fullmatch(given or "") else None)


def _at(handle: str | None) -> str | None:
    """Write a group's handle as keys have it."""
    return handle and f"@{handle.lower()}"
