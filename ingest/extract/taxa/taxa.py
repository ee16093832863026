"""Species and products found in texts by their names."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import polars as pl

from ingest.extract.kept import code_of, kept
from ingest.extract.names.folded import Folded, fold_name
from ingest.extract.names.matcher import Names
from ingest.extract.taxa.given import Given
from ingest.extract.taxa.table import table_of
from ingest.extract.taxa.taxon import PREFIX, Taxon

RULES = "1"
"""Changes whenever the code may find other names in the same text by the same lists."""

NAMED = pl.Schema(
    {
        "text": pl.UInt32,
        "taxon_key": pl.String,
        "name": pl.String,
        "product": pl.String,
        "language": pl.String,
        "start": pl.Int64,
        "end": pl.Int64,
        "rule": pl.String,
        "confidence": pl.Float64,
    }
)
"""One row per name of a taxon in a text; ``text``: place of the text; see `findings.TAXA_NAMED`."""

IN_COMPANY = "named otherwise too"
_DOUBTED = 0.6
_TOGETHER = 0.8


@dataclass(frozen=True, eq=False)
class Taxa:
    """Taxa by key, and their names to be found.

    Attributes
    ----------
    version : str
        Fingerprint of all that decides what is found.
    taxa : mapping
        From scientific name to taxon.
    make_names : callable
        Gives `table.NAMES`; called when names are first needed.
    """

    version: str
    taxa: Mapping[str, Taxon]
    make_names: Callable[[], pl.DataFrame] = field(repr=False)

    def __reduce__(self) -> tuple[Callable[..., Taxa], tuple[object, ...]]:
        """Hand over to another process what it needs to find the same names."""
        return _with_names, (self.version, dict(self.taxa), self.names)

    @cached_property
    def names(self) -> pl.DataFrame:
        """`table.NAMES`."""
        return self.make_names()

    @cached_property
    def finder(self) -> Names:
        """Find the names; their places are the rows of `names`."""
        return Names(self.names["written"].to_list(), are_folded=True)

    def taxon(self, key: str) -> Taxon | None:
        """Give a taxon by its key; None where there is none."""
        return self.taxa.get(key.removeprefix(PREFIX)) if key.startswith(PREFIX) else None

    def named(self, folded: Folded) -> pl.DataFrame:
        """Find the taxa that texts name.

        Parameters
        ----------
        folded : Folded
            The texts.

        Returns
        -------
        DataFrame
            `NAMED`, by text and start. Of names inside one another the longest counts; inside a
            false friend none does. An abbreviated genus, or one word from an imported list,
            counts only where the text names one of the family otherwise; an ambiguous name is
            believed more there.

        Notes
        -----
        Cost is linear in the texts.
        """
        found = self.finder.find(folded)
        if found.is_empty():
            return pl.DataFrame(schema=NAMED)
        hits = pl.concat(
            [found.select("text", "start", "end"), self.names[found["name"]].drop("written")],
            how="horizontal",
        ).filter(pl.col("taxon_key").is_not_null())
        sure = ~pl.col("needs_company") & (pl.col("confidence") >= _DOUBTED)
        has_company = sure.any().over("text", "family")
        is_doubted = pl.col("confidence") < _DOUBTED
        return (
            hits.with_columns(has_company.alias("company"))
            .filter(~pl.col("needs_company") | pl.col("company"))
            .with_columns(
                pl.when(is_doubted & pl.col("company"))
                .then(pl.format("{} + {}", "rule", pl.lit(IN_COMPANY)))
                .otherwise("rule")
                .alias("rule"),
                pl.when(is_doubted & pl.col("company"))
                .then(pl.lit(_TOGETHER))
                .otherwise("confidence")
                .alias("confidence"),
            )
            .select(NAMED.names())
            .sort("text", "start", maintain_order=True)
            .cast(NAMED)
        )

    def meanings(self, name: str) -> list[dict[str, object]]:
        """Give what a name means, as rows of `table.NAMES`; empty where it is no name.

        A false friend gives a row whose ``taxon_key`` is null.
        """
        return self.names.filter(pl.col("written") == fold_name(name)).to_dicts()

    def names_of(self, key: str) -> pl.DataFrame:
        """Give the names of a taxon as lists give them, products put together left out."""
        as_given = ~pl.col("rule").str.contains(r" \+ |abbreviated|product of it")
        return self.names.filter((pl.col("taxon_key") == key) & as_given)


def make_taxa(
    taxa: Sequence[Taxon],
    given: Sequence[Given],
    composed: Sequence[Given],
    false_friends: Sequence[str],
    content: Iterable[str],
) -> Taxa:
    """Put taxa and their names together.

    Parameters
    ----------
    taxa : sequence of Taxon
        Each scientific name once.
    given, composed : sequence of Given
        Their names; see `table.table_of`.
    false_friends : sequence of str
    content : iterable of str
        All that decides the version, beside the code.
    """
    by_name = {taxon.scientific_name: taxon for taxon in taxa}
    digest = hashlib.sha256(RULES.encode())
    for part in content:
        digest.update(part.encode())
    version = digest.hexdigest()[:12]

    def make_names() -> pl.DataFrame:
        code = code_of(*Path(__file__).parent.glob("*.py"))
        return kept(
            "taxa", f"{version}-{code}", lambda: table_of(by_name, given, composed, false_friends)
        )

    return Taxa(version, by_name, make_names)


def _with_names(version: str, taxa: Mapping[str, Taxon], names: pl.DataFrame) -> Taxa:
    """Put taxa together whose names are at hand."""
    return Taxa(version, taxa, lambda: names)
