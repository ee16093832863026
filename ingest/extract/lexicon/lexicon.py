"""The lexicon: which of its words texts use, and how much each use tells."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from ingest.extract.lexicon.company import judged, words_needed
from ingest.extract.lexicon.cues import Cues
from ingest.extract.lexicon.entry import ROLES, STATED, TOGETHER, Entry
from ingest.extract.names.folded import BREAK, Folded, fold_names
from ingest.extract.names.matcher import Names, bounded
from ingest.extract.spans import SPAN, inside_longer

USED = pl.Schema(
    {
        "text": pl.UInt32(),
        "entry": pl.String(),
        "start": pl.Int64(),
        "end": pl.Int64(),
        "beside": pl.String(),
    }
)
"""One row per use of an entry: place of the text, offsets in it, and the words of the entry's own
company that stand in the same text, joined by `TOGETHER` (null: it asks for none)."""

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

_BITS = {name: 1 << nth for nth, name in enumerate(dict.fromkeys((*STATED, *ROLES)))}
"""A bit for each kind of company that is not a word."""

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
            hits = hits.filter(~inside_longer(hits, taken.drop_nulls(SPAN)))
        known = hits.join(self._told, on="entry", how="inner", maintain_order="left")
        plain = known.filter(~pl.col("needs_company"))
        roles = plain.group_by("text").agg(pl.col("bits").bitwise_or())
        alone = (
            known.filter("needs_company")
            .select("text", "entry", "beside")
            .unique()
            .join(_stated(company), on="text", how="left")
            .join(roles, on="text", how="left")
            .with_columns(pl.col("bits", "stated").fill_null(0))
            .select("text", "entry", "beside", present=pl.col("bits") | pl.col("stated"))
        )
        cases = alone.select("entry", "beside", "present").unique()
        judgements = [
            judged(self.by_id[entry], _present(beside, present))
            for entry, beside, present in cases.iter_rows()
        ]
        cases = cases.with_columns(
            own_score=pl.Series([score for score, _ in judgements], dtype=pl.Float64),
            own_because=pl.Series([because for _, because in judgements], dtype=pl.String),
        )
        decided = alone.join(cases, on=["entry", "beside", "present"], nulls_equal=True).select(
            "text", "entry", "own_score", "own_because"
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
                "bits": [
                    _BITS[entry.role] | _BITS[_ALSO.get(entry.role, entry.role)]
                    for entry in self.entries
                ],
                "score": [score for score, _ in told],
                "because": [because for _, because in told],
            },
            schema={"entry": pl.String, "role": pl.String, "meaning": pl.String,
                    "needs_company": pl.Boolean, "bits": pl.Int64, "score": pl.Float64,
                    "because": pl.String},
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
            TOGETHER.join(
                [
                    word
                    for word, written in self._needed[entry].items()
                    if written in texts[text + 1]
                ]
            )
            for text, entry in pairs.iter_rows()
        ]
        pairs = pairs.with_columns(beside=pl.Series(beside, dtype=USED["beside"]))
        return uses.join(pairs, on=["text", "entry"], how="left", maintain_order="left")


def _stated(company: pl.DataFrame) -> pl.DataFrame:
    """Write what texts state as bits."""
    bits = [
        pl.when(pl.col(f"has_{kind}")).then(pl.lit(_BITS[kind], pl.Int64)).otherwise(0)
        for kind in STATED
    ]
    return company.select(pl.col("text").cast(pl.UInt32), stated=pl.sum_horizontal(bits))


def _present(beside: str | None, bits: int) -> frozenset[str]:
    """Name everything that stands beside a word."""
    words = beside.split(TOGETHER) if beside else ()
    return frozenset((*words, *(name for name, bit in _BITS.items() if bits & bit)))
