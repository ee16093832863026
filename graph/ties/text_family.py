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

from graph.calibration import Calibration
from graph.ties.company import company_odds

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
        keys = [name for name in part.columns if name != "text"]
        side = part.with_columns(
            many=pl.len().over(keys), nth=pl.int_range(pl.len()).over(keys)
        ).filter(pl.col("many") > 1)
        first = side.filter(pl.col("nth") < COMPARED_PER_BUCKET)
        found.append(
            first.join(side, on=keys, suffix="_right")
            .filter(pl.col("nth") < pl.col("nth_right"))
            .select(left="text", right="text_right")
        )
    pairs = pl.concat(found).unique(maintain_order=True)
    return pairs["left"].to_numpy(), pairs["right"].to_numpy()


def weigh_texts(
    shared: pl.DataFrame, company: pl.DataFrame, calibration: Calibration
) -> pl.DataFrame:
    """Bits of shared text families.

    Parameters
    ----------
    shared : polars.DataFrame
        `graph.ties.values.share` rows of the family ``content``.
    company : polars.DataFrame
        `graph.ties.company.keep_company`.
    calibration : Calibration
        The numbers.

    Returns
    -------
    polars.DataFrame
        The rows with ``bits`` and ``further_bits``: what the text weighs as a pair's first, and
        as a further one. Texts of two accounts only are taken for common ones.
    """
    model = calibration.text_family
    odds = model.intercept + model.slope * pl.col("accounts").log() + company_odds(calibration.hubs)
    judged = company.filter(pl.col("family") == "content").select(
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
        .drop("common")
    )
