"""From accepted rows with keys to what they say besides posts: descriptions, aliases, images."""

from __future__ import annotations

import polars as pl

from graph import keys
from graph.records import ACCOUNTS, ALIASES, GROUPS, IMAGES

_ACCOUNT = {
    "account_key": "account_key",
    "platform": "platform",
    "native_id": "account_id",
    "handle": "account_handle",
    "name": "account_name",
    "url": "account_url",
    "bio": "account_bio",
    "contact": "account_contact",
}
_GROUP = {
    "group_key": "group_key",
    "platform": "platform",
    "native_id": "group_id",
    "name": "group_name",
}


def accounts_of(accepted: pl.DataFrame) -> pl.DataFrame:
    """Lay out distinct descriptions of accounts, each at its earliest sighting."""
    return _descriptions(accepted, _ACCOUNT).select(ACCOUNTS.names())


def groups_of(accepted: pl.DataFrame) -> pl.DataFrame:
    """Lay out distinct descriptions of groups, each at its earliest sighting."""
    return _descriptions(accepted, _GROUP).select(GROUPS.names())


def aliases_of(accepted: pl.DataFrame) -> pl.DataFrame:
    """Lay out which handles are of which ids, and which groups became others.

    Parameters
    ----------
    accepted : polars.DataFrame
        Rows of a format whose tool takes both handle and id from the platform.
    """
    account = ("account", "account_handle", "account_id", "account_key", keys.account_by_handle)
    group = ("group", "group_handle", "group_id", "group_key", keys.group_by_handle)
    before = ("group", "group_before", "group_id", "group_key", keys.group)
    reasons = ("its handle", "its handle", "the group became a supergroup")
    found = []
    for (kind, other, known, key, key_of), reason in zip(
        (account, group, before), reasons, strict=True
    ):
        stated = (
            accepted.filter(pl.col(other).is_not_null() & pl.col(known).is_not_null())
            .sort("seen_at", nulls_last=True, maintain_order=True)
            .unique(["platform", other, key], keep="first", maintain_order=True)
        )
        made = [key_of(*row) for row in stated.select("platform", other).iter_rows()]
        found.append(
            stated.select(
                pl.lit(kind).alias("kind"),
                pl.Series("key", made, dtype=pl.String),
                pl.col(key).alias("same_as"),
                pl.lit(reason).alias("reason"),
                "seen_at",
                "locator",
            )
        )
    return pl.concat(found).filter(pl.col("key") != pl.col("same_as")).select(ALIASES.names())


def images_of(posts: pl.DataFrame) -> pl.DataFrame:
    """Lay out the images of posts whose fingerprints are stated, one a row.

    Parameters
    ----------
    posts : polars.DataFrame
        With ``image_sha256`` and ``image_hash``, one a line. Where there are as many of one as of
        the other, those at the same place are of one image; else each stands for itself.
    """
    rows = []
    stated = posts.filter(pl.any_horizontal(pl.col("image_sha256", "image_hash").is_not_null()))
    for row in stated.select(
        "post_key", "image_sha256", "image_hash", "image", "locator", "collected_at"
    ).iter_rows():
        post_key, sha256, perceptual, url, locator, collected_at = row
        for exact, alike in _paired((sha256 or "").split(), (perceptual or "").split()):
            rows.append(
                (keys.image(exact, alike), post_key, exact, alike, url, locator, collected_at)
            )
    return pl.DataFrame(rows, schema=IMAGES, orient="row").unique(
        ["image_key", "post_key", "locator"], keep="first", maintain_order=True
    )


def _paired(exact: list[str], alike: list[str]) -> list[tuple[str | None, str | None]]:
    """Put fingerprints of the same images together."""
    if len(exact) == len(alike):
        return list(zip(exact, alike, strict=True))
    return [(each, None) for each in exact] + [(None, each) for each in alike]


def _descriptions(accepted: pl.DataFrame, columns: dict[str, str]) -> pl.DataFrame:
    """Distinct descriptions of accounts or groups, each at its earliest sighting."""
    key, *_ = columns
    seen = pl.coalesce("collected_at", "posted_at").alias("seen_at")
    return (
        accepted.filter(pl.col(key).is_not_null())
        .select(*(pl.col(source).alias(name) for name, source in columns.items()), seen, "locator")
        .sort("seen_at", nulls_last=True, maintain_order=True)
        .unique(list(columns), keep="first", maintain_order=True)
    )
