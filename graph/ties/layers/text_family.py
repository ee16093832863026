"""Text families: near-identical texts, and what sharing one says.

Chance agreement: texts are copied. A common text that two accounts share has on average
``stray`` strangers who copied it, one that k accounts share has k/2 of them; and who copies once
copies again, so each further text that a pair shares adds little. A house text, whose users share
much else (`graph.ties.company`), has fewer copiers, but they exist, and so one alone ties nobody.
"""

from __future__ import annotations

import numpy as np
import polars as pl
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from graph.calibration import Calibration, Copies
from graph.tables import Tables
from graph.ties.company import company_odds, own_odds
from graph.ties.layers.layer import SHOWINGS, Context, ValueLayer, as_evidence

TEXT = "text"

BANDS = 8
COMPARED_PER_BUCKET = 40


def find_text_families(signatures: pl.DataFrame, similarity: float) -> pl.DataFrame:
    """Group posts whose texts are nearly the same.

    Parameters
    ----------
    signatures : polars.DataFrame
        `graph.derived_records.SIGNATURES`.
    similarity : float
        Least estimated Jaccard index, in (0, 1], between two texts of a family.

    Returns
    -------
    polars.DataFrame
        ``post_key account_key value``; posts in no family of two texts have a family of their
        own. Deterministic. Identical texts are compared once; a bucket of more than 40 different
        texts is compared with its first 40, so the cost stays linear in the texts.
    """
    if signatures.is_empty():
        return pl.DataFrame(
            schema={"post_key": pl.String, "account_key": pl.String, "value": pl.String}
        )
    texts = signatures.unique("text_hash", keep="first", maintain_order=True).sort("text_hash")
    minhash = texts["minhash"].to_numpy()
    left, right = _candidates(minhash)
    alike = (minhash[left] == minhash[right]).mean(axis=1) >= similarity
    left, right = left[alike], right[alike]
    joined = coo_array((np.ones(len(left), np.int8), (left, right)), shape=(len(texts),) * 2)
    _, label = connected_components(joined, directed=False)
    named = (
        texts.select("text_hash")
        .with_columns(label=pl.Series(label))
        .with_columns(value=pl.format("text:{}", pl.col("text_hash").min().over("label")))
    )
    return (
        signatures.select("post_key", "account_key", "text_hash")
        .join(named.select("text_hash", "value"), on="text_hash")
        .select("post_key", "account_key", "value")
    )


def _candidates(minhash: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Index pairs of texts that agree in a whole band."""
    rows = minhash.shape[1] // BANDS
    found = []
    for band in range(BANDS):
        part = pl.DataFrame(minhash[:, band * rows : (band + 1) * rows]).with_row_index("text")
        buckets = (
            part.group_by(pl.exclude("text"))
            .agg("text")
            .filter(pl.col("text").list.len() > 1)
            .select("text")
            .with_row_index("bucket")
        )
        first = buckets.with_columns(pl.col("text").list.head(COMPARED_PER_BUCKET)).explode("text")
        found.append(
            first.join(buckets.explode("text"), on="bucket", suffix="_right")
            .filter(pl.col("text") < pl.col("text_right"))
            .select(left="text", right="text_right")
        )
    pairs = pl.concat(found).unique()
    return pairs["left"].to_numpy(), pairs["right"].to_numpy()


def weigh_copies(shared: pl.DataFrame, context: Context, model: Copies) -> pl.DataFrame:
    """Bits of shared texts or pictures, which strangers copy.

    Parameters
    ----------
    shared : polars.DataFrame
        `graph.ties.values.share` rows of one kind of the family ``content``.
    context : Context
        What is known of the values.
    model : Copies
        The numbers of the kind.

    Returns
    -------
    polars.DataFrame
        `graph.ties.layers.layer.EVIDENCE`. What two accounts only share is taken for common.
    """
    calibration = context.calibration
    odds = (
        model.intercept
        + model.slope * pl.col("accounts").log()
        + company_odds(calibration.hubs)
        + own_odds(calibration.hubs)
    )
    judged = context.company.values.filter(pl.col("family") == "content").select(
        "value", common=1 / (1 + (-odds).exp())
    )
    common = pl.col("common")
    strangers = (
        common * pl.max_horizontal(pl.lit(model.stray), pl.col("accounts") / 2)
        + (1 - common) * model.house_stray
    )
    further = common * model.further_bits + (1 - common) * model.house_further_bits
    return (
        shared.join(judged, on="value", how="left")
        .with_columns(common.fill_null(1.0))
        .with_columns(bits=(model.agree * calibration.population / strangers).log(2))
        .with_columns(further_bits=pl.min_horizontal("bits", further))
        .pipe(as_evidence)
    )


def _kinds(_: Calibration) -> tuple[str, ...]:
    """Texts are one kind."""
    return (TEXT,)


def _show(tables: Tables, calibration: Calibration) -> pl.DataFrame:
    """Texts of posts, by what they nearly say."""
    families = find_text_families(tables.signatures, calibration.text_family.similarity)
    return (
        families.join(tables.posts.select("post_key", "posted_at"), on="post_key")
        .select(
            "account_key",
            "value",
            layer=pl.lit(TEXT),
            family=pl.lit("content"),
            post_key="post_key",
            seen_at="posted_at",
        )
        .cast(SHOWINGS)
    )


def _weigh(shared: pl.DataFrame, context: Context) -> pl.DataFrame:
    """Bits of shared text families."""
    return weigh_copies(shared, context, context.calibration.text_family)


LAYER = ValueLayer("text_family", _kinds, _show, _weigh)
