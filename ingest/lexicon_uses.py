"""Where the posts of a workspace use its lexicon."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from graph.workspace import Workspace
from ingest.derived import is_derived
from ingest.screened import Screened

COUNTED = pl.Schema(
    {"entry": pl.String, "hits": pl.UInt32, "counted": pl.UInt32, "accounts": pl.UInt32}
)
"""Posts that use an entry, those of them in which it counts, and the accounts of all of them."""

EXCERPT = 40
"""Characters of a post's text shown on either side of a word."""


@dataclass(frozen=True)
class Use:
    """One post that uses an entry.

    Attributes
    ----------
    post_key : str
    account_key : str or None
        Null: the post passes on somebody else's words.
    raw, excerpt : str
        The word as it stands there, and with some of the text around it.
    score : float
        How much it tells, 0 to 1.
    because : str
        What the score rests on.
    """

    post_key: str
    account_key: str | None
    raw: str
    excerpt: str
    score: float
    because: str


def is_read(workspace: Workspace) -> bool:
    """Whether every source was read with the lexicon as it stands now."""
    return all(is_derived(workspace, each.sha256) for each in Screened(workspace).sources())


def count_uses(workspace: Workspace) -> pl.DataFrame:
    """Count the uses of each entry.

    Returns
    -------
    DataFrame
        `COUNTED`, by entry; entries that nothing uses have no row.

    Raises
    ------
    WorkspaceError
        If a source was not read with the lexicon as it stands now.
    """
    return (
        _uses(workspace)
        .group_by("entry")
        .agg(
            hits=pl.col("post_key").n_unique(),
            counted=pl.col("post_key").filter(pl.col("score") > 0).n_unique(),
            accounts=pl.col("account_key").drop_nulls().n_unique(),
        )
        .sort("entry")
        .select(pl.col(name).cast(kind) for name, kind in COUNTED.items())
        .collect()
    )


def uses_of(workspace: Workspace, entry: str, limit: int) -> list[Use]:
    """Give posts that use an entry, those in which it tells most first.

    Parameters
    ----------
    workspace : Workspace
    entry : str
        Its id.
    limit : int
        Most posts.

    Returns
    -------
    list of Use
    """
    shown = (
        _uses(workspace)
        .filter(pl.col("entry") == entry)
        .sort("score", "post_key", "start", "locator", descending=[True, False, False, False])
        .unique("post_key", keep="first", maintain_order=True)
        .head(limit)
        .collect()
    )
    return [
        Use(
            row["post_key"],
            row["account_key"],
            row["raw"],
            _excerpt(row["text"], row["raw"], row["start"], row["end"]),
            row["score"],
            row["because"],
        )
        for row in _with_texts(workspace, shown).iter_rows(named=True)
    ]


def uses_in(workspace: Workspace, entry: str) -> list[str]:
    """Give the keys of all posts that use an entry, sorted."""
    found = _uses(workspace).filter(pl.col("entry") == entry).select(pl.col("post_key").unique())
    return sorted(found.collect().to_series().drop_nulls())


def _uses(workspace: Workspace) -> pl.LazyFrame:
    """All hits in posts, with the source of each."""
    return Screened(workspace).all_derived("terms").filter(pl.col("post_key").is_not_null())


def _with_texts(workspace: Workspace, uses: pl.DataFrame) -> pl.DataFrame:
    """Add the text that each hit is in."""
    archive = Screened(workspace)
    place = ["source", "locator"]
    texts = [pl.LazyFrame(schema=dict.fromkeys([*place, "text"], pl.String))]
    for sha256 in uses["source"].unique():
        wanted = uses.lazy().filter(pl.col("source") == sha256)
        texts.append(
            archive.records(sha256, "posts")
            .join(wanted, on=["locator", "post_key"], how="semi")
            .select(pl.lit(sha256).alias("source"), "locator", "text")
        )
    found = pl.concat(texts).unique(place, keep="first", maintain_order=True)
    return uses.lazy().join(found, on=place, how="left", maintain_order="left").collect()


def _excerpt(text: str | None, raw: str, start: int, end: int) -> str:
    """Give a word with the text around it; alone where its place is not known any more."""
    if not text or text[start:end] != raw:
        return raw
    before, after = text[max(0, start - EXCERPT) : start], text[end : end + EXCERPT]
    left = "…" if start > EXCERPT else ""
    right = "…" if len(text) > end + EXCERPT else ""
    return f"{left}{before}{raw}{after}{right}"
