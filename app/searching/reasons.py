"""Why something fits: which of its names, which writing of a number, where in its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.searching.asked import Asked
from app.searching.names import NamedTaxon, UsedTerm
from graph.keys import detail_parts
from graph.lookup.account_list import ListedAccount
from graph.lookup.search_excerpts import Excerpt, around_written, excerpt, fitting
from graph.lookup.search_matches import (
    HOLDS,
    KEY,
    MENTIONS,
    NAMES,
    NUMBER,
    PUBLISHES,
    Match,
)
from graph.lookup.search_rows import FoundCluster, FoundDetail, FoundGroup, FoundPost

ID, NAME, EARLIER, VALUE, TEXT, TRANSLATION, TAXON_NAME, TERM_WORD = (
    "id", "name", "earlier name", "value", "text", "translation", "taxon name", "term word"
)  # fmt: skip
MOST_WRITINGS = 3


@dataclass(frozen=True)
class Reason:
    """Why something fits.

    Attributes
    ----------
    way : str
        One of this module's, or of `graph.lookup.search_matches`.
    what : tuple of str
        The name, value or writings that fit.
    kind : str
        Of the contact detail, or the language of the name, where that tells.
    around : str
        What stands around it in a text.
    is_near : bool
        Not as typed, but a letter or two away.
    """

    way: str
    what: tuple[str, ...] = ()
    kind: str = ""
    around: str = ""
    is_near: bool = False


def why_account(match: Match, row: ListedAccount, asked: Asked) -> Reason:
    """Say why an account fits."""
    if match.way == PUBLISHES and match.by:
        kind, value = detail_parts(match.by)
        return Reason(PUBLISHES, (value,), kind)
    return _called(match, [row.name, row.handle], row.names, row.key, asked)


def why_group(match: Match, row: FoundGroup, asked: Asked) -> Reason:
    """Say why a group fits."""
    return _called(match, [row.name], row.names, row.key, asked)


def why_detail(match: Match, row: FoundDetail, asked: Asked) -> Reason:
    """Say why a contact detail fits, and how posts write it."""
    otherwise = [each for each in row.writings if each not in (row.value, asked.text)]
    written = tuple(" ".join(each.split()) for each in otherwise[:MOST_WRITINGS])
    way = match.way if match.way in (KEY, NUMBER) else VALUE
    return Reason(way, written, row.kind, is_near=match.is_near)


def why_post(match: Match, row: FoundPost, asked: Asked) -> Reason:
    """Say why a post fits, with what stands around it."""
    if match.way == KEY:
        return Reason(KEY, around=_beginning(row))
    if match.way in (MENTIONS, NAMES):
        written = row.writings[0] if row.writings else ""
        found = around_written(row.text, written) if written else None
        return Reason(match.way, (written,) if written else (), around=found or _beginning(row))
    found_in = {
        TEXT: excerpt(row.text, asked.text),
        TRANSLATION: excerpt(row.translation, asked.text),
    }
    ways = sorted(found_in, key=lambda way: _unlike(found_in[way]))
    best = found_in[ways[0]]
    if best is None:
        return Reason(TEXT, around=_beginning(row), is_near=match.is_near)
    return Reason(ways[0], best.written, around=best.around, is_near=match.is_near)


def why_cluster(match: Match, row: FoundCluster, called: str | None) -> Reason:
    """Say why a cluster fits; ``called``: what the account found in it is called."""
    return Reason(HOLDS, (called,)) if match.way == HOLDS and called else Reason(ID)


def why_taxon(taxon: NamedTaxon) -> Reason:
    """Say why a taxon fits."""
    return Reason(TAXON_NAME, (taxon.name,), taxon.language, is_near=taxon.is_near)


def why_term(term: UsedTerm) -> Reason:
    """Say why an entry of the lexicon fits."""
    return Reason(TERM_WORD, (term.word,), is_near=term.is_near)


def _called(
    match: Match, now: Sequence[str | None], names: Sequence[str], key: str, asked: Asked
) -> Reason:
    """Say by which name something fits: one of today's, an earlier one, or its id."""
    if match.way == KEY:
        return Reason(KEY)
    current = [name for name in now if name]
    if name := fitting([*current, *names], asked.text):
        way = NAME if name in current else EARLIER
        return Reason(way, (name,), is_near=match.is_near)
    return Reason(ID, (key.partition(":")[2],), is_near=match.is_near)


def _unlike(found: Excerpt | None) -> int:
    """Rank what was found: as typed, nearly, not at all."""
    return 2 if found is None else int(found.is_near)


def _beginning(row: FoundPost) -> str:
    """How a post begins."""
    said = " ".join((row.text or "").split())
    return said if len(said) <= 240 else said[:239].rstrip() + "…"
