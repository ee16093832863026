"""The lexicon: which of its words texts use, and how much each use tells."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl

from ingest.extract.lexicon.company import judged, words_needed
from ingest.extract.lexicon.cues import Cues
from ingest.extract.lexicon.entry import STATED, Entry
from ingest.extract.names.folded import BREAK, Folded, fold_names
from ingest.extract.names.matcher import Names, bounded

USED = pl.Schema(
    {
        "text": pl.UInt32(),
        "entry": pl.String(),
        "start": pl.Int64(),
        "end": pl.Int64(),
        "beside": pl.List(pl.String()),
    }
)
"""One row per use of an entry: place of the text, offsets in it, and the words of the entry's own
company that stand in the same text (null: it asks for none)."""

SCORED = pl.Schema(
    {
        "text": pl.UInt32(),
        "entry": pl.String(),
        "start": pl.Int64(),
        "end": pl.Int64(),
        "role": pl.String(),
        "meaning": pl.String(),
        "score": pl.Float64(),
        "because": pl.String(),
    }
)
"""One row per use of an entry: what the entry is for, what it tells, 0 to 1, and why."""

_AS_KIND = {"has_price": "price", "has_contact": "contact", "has_measure": "measure",
            "has_taxon": "taxon"}  # fmt: skip
_ALSO = {"product": "taxon"}


@dataclass(frozen=True)
class Lexicon:
    """Words that tell of trade, and words that announce contact details.

    Attributes
    ----------
    entries : tuple of Entry
        With distinct ids.
    cues : Cues
        Words that announce contact details.
    """

    entries: tuple[Entry, ...]
    cues: Cues

    @cached_property
    def version(self) -> str:
        """Fingerprint of everything that it says."""
        said = [entry.model_dump(mode="json") for entry in self.entries]
        text = json.dumps([sorted(said, key=lambda each: each["id"]), self.cues.words])
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]

    def __hash__(self) -> int:
        """Tell lexicons apart without going through all entries."""
        return hash(self.version)

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """Entries by id."""
        return {entry.id: entry for entry in self.entries}

    def used(self, folded: Folded) -> pl.DataFrame:
        """Find which entries texts use.

        Parameters
        ----------
        folded : Folded
            The texts.

        Returns
        -------
        DataFrame
            `USED`, by text and start. Of words inside one another the longest counts.
        """
        found = self._names.find(folded)
        place = pl.Series(self._owners, dtype=pl.Int64).gather(found["name"])
        ids = pl.Series([entry.id for entry in self.entries], dtype=pl.String)
        is_use = place >= 0
        uses = found.filter(is_use).select("text", "start", "end")
        uses = uses.with_columns(entry=ids.gather(place.filter(is_use)))
        return self._with_company(uses, folded).select(USED.names())

    def score(
        self, hits: pl.DataFrame, company: pl.DataFrame, taken: pl.DataFrame | None = None
    ) -> pl.DataFrame:
        """Say how much each use of an entry tells; it says nothing about a person.

        Parameters
        ----------
        hits : DataFrame
            As `used` gives them.
        company : DataFrame
            ``text has_price has_contact has_measure has_taxon``: what else a text states; texts
            that it lacks state nothing.
        taken : DataFrame, optional
            ``text start end`` of what was read as something else (a taxon's name, a link); a use
            inside something longer is none.

        Returns
        -------
        DataFrame
            `SCORED`, in the same order.

        Notes
        -----
        An ambiguous use is never the company of another.
        """
        if taken is not None:
            hits = _outside(hits, taken)
        known = hits.join(self._told, on="entry", how="inner", maintain_order="left")
        plain = known.filter(~pl.col("needs_company"))
        roles = plain.group_by("text").agg(pl.col("role").unique())
        alone = known.filter("needs_company").select("text", "entry", "beside")
        alone = alone.unique(["text", "entry"], maintain_order=True)
        alone = alone.join(_kinds(company), on="text", how="left").join(
            roles, on="text", how="left"
        )
        scores = [
            judged(self.by_id[entry], frozenset(_present(beside, kinds, said)))
            for entry, beside, kinds, said in alone.select(
                "entry", "beside", "kinds", "role"
            ).iter_rows()
        ]
        decided = alone.select("text", "entry").with_columns(
            own_score=pl.Series([score for score, _ in scores], dtype=pl.Float64),
            own_because=pl.Series([because for _, because in scores], dtype=pl.String),
        )
        return (
            known.join(decided, on=["text", "entry"], how="left", maintain_order="left")
            .with_columns(
                score=pl.coalesce("own_score", "score"),
                because=pl.coalesce("own_because", "because"),
            )
            .select(SCORED.names())
        )

    @cached_property
    def _words(self) -> list[tuple[str, int]]:
        """Words to be found, each with the place of its entry; -1: where one does not count."""
        said = [
            (word, place)
            for nth, entry in enumerate(self.entries)
            for words, place in ((entry.words, nth), (entry.unless_in, -1))
            for word in words
        ]
        folded = fold_names([word for word, _ in said])
        alike = {
            (each, place): (word, place) for each, (word, place) in zip(folded, said, strict=True)
        }
        return list(alike.values())

    @cached_property
    def _names(self) -> Names:
        """What finds the words."""
        return Names([word for word, _ in self._words])

    @cached_property
    def _owners(self) -> list[int]:
        """Place of the entry of each word."""
        return [place for _, place in self._words]

    @cached_property
    def _told(self) -> pl.DataFrame:
        """What is known of each entry before any text."""
        told = [judged(entry, frozenset()) for entry in self.entries]
        return pl.DataFrame(
            {
                "entry": [entry.id for entry in self.entries],
                "role": [entry.role for entry in self.entries],
                "meaning": [entry.meaning for entry in self.entries],
                "needs_company": [entry.needs_company for entry in self.entries],
                "score": [score for score, _ in told],
                "because": [because for _, because in told],
            },
            schema={"entry": pl.String, "role": pl.String, "meaning": pl.String,
                    "needs_company": pl.Boolean, "score": pl.Float64, "because": pl.String},
        )  # fmt: skip

    @cached_property
    def _needed(self) -> dict[str, dict[str, str]]:
        """Words of company, by entry, for entries that ask for any."""
        asked = {entry.id: words_needed(entry) for entry in self.entries}
        words = sorted({word for needed in asked.values() for word in needed})
        written = {
            word: bounded(folded)
            for word, folded in zip(words, fold_names(words), strict=True)
            if folded
        }
        return {
            name: {word: written[word] for word in needed if word in written}
            for name, needed in asked.items()
            if needed
        }

    def _with_company(self, uses: pl.DataFrame, folded: Folded) -> pl.DataFrame:
        """Add which words of an entry's company stand in the same text."""
        asking = pl.col("entry").is_in(sorted(self._needed))
        pairs = uses.filter(asking).select("text", "entry").unique(maintain_order=True)
        texts = folded.text.split(BREAK) if pairs.height else []
        beside = [
            [word for word, written in self._needed[entry].items() if written in texts[text + 1]]
            for text, entry in pairs.iter_rows()
        ]
        pairs = pairs.with_columns(beside=pl.Series(beside, dtype=USED["beside"]))
        return uses.join(pairs, on=["text", "entry"], how="left", maintain_order="left")


def _kinds(company: pl.DataFrame) -> pl.DataFrame:
    """Write what texts state as lists of `STATED`."""
    kinds = [
        pl.when(pl.col(column)).then(pl.lit(kind))
        for column, kind in _AS_KIND.items()
        if column in company.columns
    ]
    listed = pl.concat_list(kinds).list.drop_nulls() if kinds else pl.lit([])
    return company.select(pl.col("text").cast(pl.UInt32), kinds=listed)


def _present(
    beside: list[str] | None, kinds: list[str] | None, roles: list[str] | None
) -> Iterator[str]:
    """Name everything that stands beside a word."""
    yield from beside or ()
    yield from (kind for kind in kinds or () if kind in STATED)
    for role in roles or ():
        yield role
        if role in _ALSO:
            yield _ALSO[role]


def _outside(hits: pl.DataFrame, taken: pl.DataFrame) -> pl.DataFrame:
    """Leave out hits that lie inside something longer."""
    numbered = hits.with_row_index("hit")
    spans = taken.select(
        pl.col("text").cast(pl.UInt32), taken_start="start", taken_end="end"
    ).drop_nulls()
    is_inside = (
        (pl.col("taken_start") <= pl.col("start"))
        & (pl.col("end") <= pl.col("taken_end"))
        & (pl.col("taken_end") - pl.col("taken_start") > pl.col("end") - pl.col("start"))
    )
    inside = numbered.join(spans, on="text").filter(is_inside)["hit"].to_numpy()
    return hits.filter(~pl.Series(np.isin(np.arange(hits.height), inside), dtype=pl.Boolean))
