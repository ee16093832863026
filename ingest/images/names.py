"""The names of picture files that posts give."""

from __future__ import annotations

import polars as pl

from graph.records import POSTS

_PICTURE = r"(?i)^[^\n]{1,1000}\.(?:jpe?g|jpe|jfif|png|gif|webp|bmp|tiff?|heic|heif|avif)$"
_ELSEWHERE = r"^[A-Za-z][A-Za-z0-9+.-]{1,20}://|^data:"
COLUMNS = ("post_key", "image", "locator", "collected_at")


def named_pictures(posts: pl.DataFrame) -> pl.DataFrame:
    """List the picture files that posts name, one a row.

    Parameters
    ----------
    posts : polars.DataFrame
        `COLUMNS` of `graph.records.POSTS`.

    Returns
    -------
    polars.DataFrame
        ``post_key name locator collected_at``, in the order of the posts; what an export writes in
        the place of a picture that it leaves out is no name, nor is a web address.
    """
    name = pl.col("image").str.split("\n")
    return (
        posts.select(COLUMNS)
        .filter(pl.col("image").is_not_null())
        .with_columns(image=name)
        .explode("image")
        .with_columns(image=pl.col("image").str.strip_chars())
        .filter(pl.col("image").str.contains(_PICTURE), ~pl.col("image").str.contains(_ELSEWHERE))
        .unique(["post_key", "image", "locator"], keep="first", maintain_order=True)
        .select("post_key", pl.col("image").alias("name"), "locator", "collected_at")
        .cast({"collected_at": POSTS["collected_at"]})
    )
