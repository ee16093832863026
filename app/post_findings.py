"""What was read in one post's text: contact details, prices, taxa, code words, places, by place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import polars as pl

from ingest.extract import extract
from ingest.extraction import extractor_of

if TYPE_CHECKING:
    from graph.lookup.posts import Post
    from graph.workspace import Workspace

DETAIL, PRICE, MEASURE, TAXON, TERM, PLACE = (
    "detail", "price", "measure", "taxon", "term", "place",
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """Something read in a text.

    Attributes
    ----------
    what : str
        ``detail``, ``price``, ``measure``, ``taxon``, ``term`` or ``place``.
    raw : str
        As it is written.
    meaning : str
        What it was read as.
    start, end : int or None
        Where in the text; None when it was recorded by hand.
    rule : str
        Which rule or entry of the lexicon says so; empty where there is only one.
    key : str or None
        Of the contact detail.
    """

    what: str
    raw: str
    meaning: str
    start: int | None
    end: int | None
    rule: str = ""
    key: str | None = None


def read_findings(workspace: Workspace, post: Post, region: str | None) -> list[Finding]:
    """Read a post's text once more, with the workspace's lexicon and taxa as they are.

    Parameters
    ----------
    workspace : Workspace
    post : Post
        Its contact details are taken as the graph holds them.
    region : str or None
        The country whose currency is meant, as its source was read.

    Returns
    -------
    list of Finding
        In the order of the text; what was recorded by hand last.
    """
    found = [_detail(each) for each in post.mentions]
    if post.text:
        row = {"key": [post.key], "text": [post.text], "platform": [post.platform]}
        posts = pl.DataFrame(row, schema=dict.fromkeys(row, pl.String))
        read = extract(posts, region, extractor_of(workspace))
        found += map(_statement, read.statements.iter_rows(named=True))
        found += map(_taxon, read.taxa.iter_rows(named=True))
        found += map(_term, read.terms.iter_rows(named=True))
        found += [
            Finding(PLACE, row["raw"], row["place"], row["start"], row["end"], row["cue"])
            for row in read.places.iter_rows(named=True)
        ]
    return sorted(found, key=lambda each: (each.start is None, each.start or 0, each.end or 0))


@dataclass(frozen=True)
class Piece:
    """A part of a text, and what it was read as; ``of`` empty where nothing was read in it."""

    text: str
    of: tuple[str, ...]


def pieces(text: str, found: list[Finding]) -> Iterator[Piece]:
    """Cut a text where a finding begins or ends; the pieces together are the text."""
    placed = [
        each for each in found if each.start is not None and each.end is not None
        and 0 <= each.start < each.end <= len(text)
    ]  # fmt: skip
    cuts = sorted({0, len(text), *(each.start or 0 for each in placed),
                   *(each.end or 0 for each in placed)})  # fmt: skip
    for start, end in pairwise(cuts):
        over = [each.what for each in placed if _covers(each, start, end)]
        yield Piece(text[start:end], tuple(dict.fromkeys(over)))


def _covers(each: Finding, start: int, end: int) -> bool:
    """Whether a finding lies over a part of the text."""
    return (each.start or 0) <= start and end <= (each.end or 0)


def _detail(mention: Any) -> Finding:
    """Give a contact detail."""
    return Finding(
        DETAIL, mention.raw or mention.value, f"{mention.kind} {mention.value}", mention.start,
        mention.end, mention.rule or "", mention.key,
    )  # fmt: skip


def _statement(row: dict[str, Any]) -> Finding:
    """Give a price or a measure."""
    amount = " – ".join(
        f"{each:,.10g}" for each in (row["amount"], row["most"]) if each is not None
    )
    per = f" / {row['per']}" if row["per"] else ""
    meaning = f"{amount} {row['unit'] or ''}".strip() + per
    is_price = row["fact"] == "price"
    return Finding(
        PRICE if is_price else MEASURE, row["raw"], meaning, row["start"], row["end"],
        "" if is_price else row["fact"],
    )  # fmt: skip


def _taxon(row: dict[str, Any]) -> Finding:
    """Give a taxon, or a product of one."""
    name = str(row["taxon_key"]).removeprefix("taxon:")
    product = f", {row['product']}" if row["product"] else ""
    return Finding(
        TAXON, row["raw"], f"{name}{product}", row["start"], row["end"], row["rule"] or ""
    )


def _term(row: dict[str, Any]) -> Finding:
    """Give an entry of the lexicon."""
    because = f" ({row['because']})" if row["because"] else ""
    return Finding(
        TERM, row["raw"], str(row["meaning"] or row["role"]), row["start"], row["end"],
        f"{row['entry']}{because}",
    )  # fmt: skip
