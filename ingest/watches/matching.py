"""Which sightings of posts, and which descriptions of accounts, have to do with a watch."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from graph.records import UTC
from ingest.aliases import aliases_of
from ingest.extract.taxa.taxon import PREFIX
from ingest.extraction import extractor_of
from ingest.known import Known
from ingest.screened import Screened
from ingest.watches.kept import ACCOUNT, CLUSTER, DETAIL, GROUP, TAXON, TERM, Watch
from ingest.watches.terms import Terms

MATCHES = pl.Schema(
    {"watch": pl.String(), "post_key": pl.String(), "account_key": pl.String(),
     "group_key": pl.String(), "raw": pl.String(), "known_at": UTC, "posted_at": UTC,
     "source": pl.String(), "locator": pl.String()}
)  # fmt: skip
"""One row per watch and sighting. ``post_key`` null: the description of an account, whose
``group_key`` and ``posted_at`` are null. ``raw``: what was found, as it stands there; null where
it is who posts, or where, that is watched."""

TARGETS = pl.Schema({"watch": pl.String(), "target": pl.String()})
"""One row per watch and key that it is about."""

PLACE = ["source", "locator"]
_OF_SIGHTING = ("post_key", "account_key", "group_key", "known_at", "posted_at", *PLACE)
_DESCRIBED = pl.Schema({"post_key": pl.String(), "group_key": pl.String(), "posted_at": UTC})
_TEXTS_AT_A_TIME = 50_000


class Watched:
    """What is watched, ready to be looked for.

    Parameters
    ----------
    archive : Screened
    known : Known
        Of that archive; it says which account stands for which.
    watches : sequence of Watch
        Those of clusters with the accounts that are watched by them.
    """

    def __init__(self, archive: Screened, known: Known, watches: Sequence[Watch]) -> None:
        self._archive = archive
        self._known = known
        self._watches = watches

    def matches(self, sightings: pl.LazyFrame, descriptions: pl.LazyFrame) -> pl.DataFrame:
        """Find what is watched.

        Parameters
        ----------
        sightings, descriptions : polars.LazyFrame
            Of posts and of accounts, as `ingest.known.Known` gives them.

        Returns
        -------
        polars.DataFrame
            `MATCHES`, in the order in which they were known. Each watch finds a sighting once.

        Notes
        -----
        Cost is linear in the sightings; texts are read only for terms, some thousand at a time.
        """
        seen = sightings.select(_OF_SIGHTING)
        described = descriptions.select("account_key", "known_at", *PLACE)
        found = [
            self._by_key(seen, "account_key", {ACCOUNT, CLUSTER}),
            self._by_key(seen, "group_key", {GROUP}),
            self._of_details(seen, described),
            self._of_taxa(seen),
        ]
        kept = [rows.select(MATCHES.names()).cast(MATCHES) for rows in found if rows is not None]
        tables = [*pl.collect_all(kept), self._of_terms(sightings)]
        return (
            pl.concat(tables)
            .sort("known_at", maintain_order=True)
            .unique(["watch", "post_key", *PLACE], keep="first", maintain_order=True)
        )

    def _by_key(self, seen: pl.LazyFrame, column: str, kinds: set[str]) -> pl.LazyFrame | None:
        """Posts of watched accounts, or in watched groups."""
        targets = self._targets(kinds)
        if targets.is_empty():
            return None
        return seen.join(targets.lazy().rename({"target": column}), on=column).with_columns(
            raw=pl.lit(None, pl.String)
        )

    def _of_details(self, seen: pl.LazyFrame, described: pl.LazyFrame) -> pl.LazyFrame | None:
        """Posts and descriptions with watched contact details."""
        targets = self._targets({DETAIL})
        if targets.is_empty():
            return None
        found = self._derived("details", "detail_key", targets)
        in_posts = found.filter(pl.col("post_key").is_not_null())
        elsewhere = found.filter(pl.col("post_key").is_null()).drop("post_key")
        nothing = [pl.lit(None, kind).alias(name) for name, kind in _DESCRIBED.items()]
        return pl.concat(
            [
                in_posts.drop("post_key").join(seen, on=PLACE).select(MATCHES.names()),
                elsewhere.join(described, on=PLACE).with_columns(nothing).select(MATCHES.names()),
            ]
        )

    def _of_taxa(self, seen: pl.LazyFrame) -> pl.LazyFrame | None:
        """Posts that name watched taxa, or taxa that belong to them."""
        targets = self._targets({TAXON})
        if targets.is_empty():
            return None
        named = self._archive.all_derived("taxa").select(pl.col("taxon_key").unique())
        belonging = _belonging(targets, named.collect().to_series(), self._lineages())
        return self._derived("taxa", "taxon_key", belonging).drop("post_key").join(seen, on=PLACE)

    def _of_terms(self, sightings: pl.LazyFrame) -> pl.DataFrame:
        """Posts whose texts have watched words."""
        wanted = [each for each in self._watches if each.kind == TERM]
        if not wanted:
            return MATCHES.to_frame()
        terms = Terms([each.value for each in wanted])
        names = pl.DataFrame(
            {"term": range(len(wanted)), "watch": [each.watch for each in wanted]},
            schema={"term": pl.UInt32, "watch": pl.String},
        )
        texts = sightings.select(*_OF_SIGHTING, "text").filter(pl.col("text").is_not_null())
        found = [MATCHES.to_frame()]
        for batch in texts.collect_batches(chunk_size=_TEXTS_AT_A_TIME, maintain_order=True):
            hits = terms.find(batch["text"])
            rows = batch.drop("text").with_row_index("text")
            found.append(hits.join(rows, on="text").join(names, on="term").select(MATCHES.names()))
        return pl.concat(found)

    def _derived(self, table: str, column: str, targets: pl.DataFrame) -> pl.LazyFrame:
        """Where watched keys were found: ``watch post_key raw source locator``."""
        wanted = targets.lazy().rename({"target": column})
        return (
            self._archive.all_derived(table)
            .select("post_key", column, "raw", *PLACE)
            .join(wanted, on=column)
            .select("watch", "post_key", "raw", *PLACE)
        )

    def _targets(self, kinds: set[str]) -> pl.DataFrame:
        """The keys that watches of some kinds are about, as `TARGETS`."""
        rows = [
            (each.watch, target)
            for each in self._watches
            if each.kind in kinds
            for target in (each.members if each.kind == CLUSTER else (each.value,))
        ]
        standing = self._standing_groups() if GROUP in kinds else self._known.standing()
        targets = pl.DataFrame(rows, schema=TARGETS, orient="row")
        if not kinds & {ACCOUNT, CLUSTER, GROUP}:
            return targets
        return targets.with_columns(pl.col("target").replace(standing)).unique(maintain_order=True)

    def _standing_groups(self) -> dict[str, str]:
        """The group that stands for others, from each other key."""
        stated = self._known.records("aliases", "seen_at").filter(pl.col("kind") == "group")
        active = pl.DataFrame(schema={"account_key": pl.String, "last_seen": UTC})
        later = aliases_of(stated.collect(), active).groups
        handles = self._archive.handles.groups
        return {**later, **{key: later.get(same, same) for key, same in handles.items()}}

    def _lineages(self) -> dict[str, tuple[str, ...]]:
        """The higher taxa of each taxon that the lists tell of."""
        taxa = extractor_of(self._archive.workspace).taxa.taxa
        return {f"{PREFIX}{name}": taxon.lineage for name, taxon in taxa.items()}


def _belonging(
    targets: pl.DataFrame, named: pl.Series, lineages: dict[str, tuple[str, ...]]
) -> pl.DataFrame:
    """Give the taxa named that are watched, or belong to a watched one, as `TARGETS`."""
    rows = []
    for key in named:
        words = key.removeprefix(PREFIX).split(" ")
        above = {" ".join(words[:many]) for many in range(1, len(words) + 1)}
        above |= set(lineages.get(key, ()))
        rows += [(key, f"{PREFIX}{name}") for name in sorted(above)]
    of = pl.DataFrame(rows, schema={"key": pl.String, "target": pl.String}, orient="row")
    return targets.join(of, on="target").select("watch", target="key")
