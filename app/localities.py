"""Where threatened species are offered: told by country only, unless a named person asks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.keys import fold
from graph.lookup.places import THREATENED
from ingest.journal import Journal

if TYPE_CHECKING:
    from graph.lookup.posts import Post
    from graph.workspace import Workspace

ASKED = "place shown"
_THREATENED = re.compile(THREATENED)
_PARTS = re.compile(r"[,;|/()\[\]\n،、，]+")
_SHORTEST = 3


def is_threatened(post: Post) -> bool:
    """Whether a post offers or seeks a taxon that is threatened as far as the lists in use say.

    Threatened are taxa of CITES Appendix I or II, and those that a Red List calls critically
    endangered, endangered or vulnerable.
    """
    return any(
        taxon.is_offered and taxon.listed and _THREATENED.fullmatch(taxon.listed)
        for taxon in post.taxa
    )


def told_by_country(post: Post) -> Post:
    """Give a post whose places are told by country only where it offers a threatened taxon."""
    if not is_threatened(post):
        return post
    location = generalised(post.location) if post.location else None
    return replace(post, places=tuple(generalised_all(post.places)), location=location)


def generalised(place: str) -> str | None:
    """Give the country that a place's own words name, in these words; None where none is named.

    >>> generalised("Jl. Pasar 3, Medan, Indonesia")
    'Indonesia'
    """
    parts = [part.strip() for part in _PARTS.split(place)]
    return next((part for part in reversed(parts) if fold(part) in _countries()), None)


def generalised_all(places: Iterable[str]) -> list[str]:
    """Give the countries that places name, each once."""
    return list(dict.fromkeys(found for each in places if (found := generalised(each))))


def note_asked(workspace: Workspace, kind: str, key: str, *, who: str) -> None:
    """Note in the journal who asked to see the full place of a post, or those of an account.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    kind : str
        ``post`` or ``account``.
    key, who : str
    """
    Journal(workspace).append(ASKED, who, about=kind, keys=[key])


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    """Names of countries in many languages, folded."""
    from phonenumbers.geodata.locale import LOCALE_DATA

    return frozenset(
        fold(name)
        for names in LOCALE_DATA.values()
        for name in names.values()
        if not name.startswith("*") and len(name) >= _SHORTEST - (not name.isascii())
    )
