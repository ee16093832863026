"""Text signatures: min-hashes that tell how alike two texts are without comparing them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import polars as pl

from graph.derived_records import SIGNATURES
from ingest.extract.folding import codes_of
from ingest.extract.shingles import Shingled, shingle

HASHES = 32
LEAST_TOKENS = 16
"""A word counts two, a character of a script without spaces one: 8 words or 16 characters."""

_LONGEST_TEXT = 20_000
_CHARACTERS_AT_A_TIME = 500_000
_SEED = 0x5EED0F5B0002


def text_signatures(posts: pl.DataFrame, cuts: pl.DataFrame) -> pl.DataFrame:
    """Make the signatures of texts.

    Parameters
    ----------
    posts : DataFrame
        ``post_key account_key text platform locator``.
    cuts : DataFrame
        ``key start end``: spans of the text of post ``key`` that are not compared, namely
        contact details and prices. Quoted lines (``> ``) are left out as well.

    Returns
    -------
    DataFrame
        `graph.derived_records.SIGNATURES`, in the order of the posts. A text with fewer than
        `LEAST_TOKENS` has no row. Only the first 20,000 characters count.

    Notes
    -----
    The share of equal min-hashes of two texts estimates the Jaccard similarity of their sets of
    shingles, with a standard error of at most .09 for 32 hashes [1]_. Posts with the same text
    on the same platform are reckoned once. Cost is linear in the characters.

    References
    ----------
    .. [1] Broder (1997), doi:10.1109/SEQUEN.1997.666900
    """
    posts = posts.with_row_index("row")
    texts = (
        posts.filter(pl.col("text").str.len_chars() >= LEAST_TOKENS)
        .unique(["text", "platform"], keep="first", maintain_order=True)
        .select("row", "post_key", "platform", "text")
        .with_columns(head=pl.col("text").str.head(_LONGEST_TEXT))
        .with_row_index("place")
    )
    spans = texts.select("place", "post_key").join(cuts, left_on="post_key", right_on="key")
    parts = [
        _signatures(head, _cuts_of(spans, first, len(head))).with_columns(pl.col("place") + first)
        for first, head in _batches(texts["head"])
    ]
    made = pl.concat(parts) if parts else _signatures(texts["head"], None)
    rows = texts.join(made, on="place").select("text", "platform", *_OWN)
    return (
        posts.join(rows, on=["text", "platform"], nulls_equal=True, maintain_order="left")
        .select(SIGNATURES.names())
        .cast(SIGNATURES)
    )


_OWN = ("text_hash", "tokens", "minhash")


def _batches(texts: pl.Series) -> Iterator[tuple[int, pl.Series]]:
    """Stretches of texts of a bounded number of characters, with where each begins."""
    sizes = texts.str.len_chars().cast(pl.Int64).to_numpy()
    batch = np.cumsum(sizes) // _CHARACTERS_AT_A_TIME
    edges = [0, *(np.flatnonzero(np.diff(batch)) + 1).tolist(), len(texts)]
    for first, last in pairwise(edges):
        if last > first:
            yield first, texts[first:last]


def _cuts_of(spans: pl.DataFrame, first: int, count: int) -> pl.DataFrame:
    """Spans of a stretch of texts, counted from its first."""
    inside = spans.filter(pl.col("place").is_between(first, first + count, closed="left"))
    return inside.with_columns(pl.col("place") - first)


def _signatures(texts: pl.Series, cuts: pl.DataFrame | None) -> pl.DataFrame:
    """``place text_hash tokens minhash`` of the texts that are long enough."""
    codes = codes_of("".join(f"{text}\n" for text in texts.to_list())).copy()
    sizes = texts.str.len_chars().cast(pl.Int64).to_numpy() + 1
    starts = np.cumsum(sizes) - sizes
    if cuts is not None:
        _blank(codes, starts, sizes, cuts)
    _blank_quotes(codes)
    made = shingle(codes, starts)
    long_enough = (2 * made.words + made.characters >= LEAST_TOKENS) & (made.counts > 0)
    return pl.DataFrame(
        {
            "place": np.flatnonzero(long_enough).astype(np.uint32),
            "text_hash": made.whole[long_enough],
            "tokens": (made.words + made.characters)[long_enough].astype(np.uint32),
            "minhash": pl.Series(_min_hashes(made, long_enough), dtype=pl.Array(pl.UInt32, HASHES)),
        }
    )


def _blank(
    codes: npt.NDArray[np.uint32],
    starts: npt.NDArray[np.int64],
    sizes: npt.NDArray[np.int64],
    cuts: pl.DataFrame,
) -> None:
    """Overwrite spans of the texts."""
    places = cuts["place"].to_numpy()
    ends = starts[places] + sizes[places] - 1
    depth = np.zeros(len(codes) + 1, dtype=np.int32)
    np.add.at(depth, np.minimum(starts[places] + cuts["start"].to_numpy(), ends), 1)
    np.add.at(depth, np.minimum(starts[places] + cuts["end"].to_numpy(), ends), -1)
    codes[np.cumsum(depth[:-1]) > 0] = 0


def _blank_quotes(codes: npt.NDArray[np.uint32]) -> None:
    """Overwrite lines that begin with ``>``, which repeat what somebody else wrote."""
    breaks = codes == ord("\n")
    quoted = codes == ord(">")
    quoted[1:] &= breaks[:-1]
    if quoted.any():
        begins = np.append(True, breaks[:-1])
        line = np.cumsum(begins)
        codes[np.isin(line, line[quoted]) & ~breaks] = 0


def _min_hashes(made: Shingled, wanted: npt.NDArray[np.bool_]) -> npt.NDArray[np.uint32]:
    """Least value of each of `HASHES` seeded hashes over the shingles of each wanted text."""
    values = (made.hashes >> np.uint64(32)).astype(np.uint32)
    values = values[np.repeat(wanted, made.counts)]
    counts = made.counts[wanted]
    least = np.empty((len(counts), HASHES), dtype=np.uint32)
    if not len(counts):
        return least
    first = np.cumsum(counts) - counts
    mixed = np.empty_like(values)
    for seed, (mask, factor) in enumerate(_seeds()):
        np.bitwise_xor(values, mask, out=mixed)
        np.multiply(mixed, factor, out=mixed)
        least[:, seed] = np.minimum.reduceat(mixed, first)
    return least


def _seeds() -> list[tuple[np.uint32, np.uint32]]:
    """Draw a mask and an odd factor per hash from a fixed linear generator."""
    state, seeds = _SEED, []
    for _ in range(HASHES):
        state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        mask = state >> 32
        state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        seeds.append((np.uint32(mask), np.uint32(state >> 32 | 1)))
    return seeds
