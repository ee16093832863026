"""Giving keys to the rows of a plain table."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from graph import keys


def with_keys(rows: pl.DataFrame) -> pl.DataFrame:
    """Add ``account_key``, ``group_key`` and ``post_key``, and name the platform one way.

    Parameters
    ----------
    rows : polars.DataFrame
        ``platform account_id`` (never null), ``group_id group_name post_id post_url posted_at
        text image price``.

    Returns
    -------
    polars.DataFrame
        The rows in their order. ``group_key`` is null where no group is named. A post is known by
        its id, else its address, else by who said what when; where ids are counted per chat, an
        id without its group is no key.
    """
    rows = _keyed(rows, ["platform"], "platform_named", keys.platform)
    rows = rows.with_columns(pl.col("platform_named").alias("platform")).drop("platform_named")
    rows = _keyed(rows, ["platform", "account_id"], "account_key", keys.account)
    rows = _keyed(rows, ["platform", "group_id", "group_name"], "group_key", _group_key)
    rows = _keyed(rows, ["platform", "group_key"], "post_prefix", _post_prefix)
    has_own_ids = pl.col("group_key").is_not_null() | ~pl.col("platform").is_in(keys.PER_CHAT_IDS)
    by_id = rows.select(
        pl.when(has_own_ids).then(pl.concat_str("post_prefix", "post_id")).alias("post_key")
    ).to_series()
    without = by_id.is_null().arg_true()
    return rows.with_columns(by_id.scatter(without, _keys_without_id(rows[without])))


def _keyed(
    rows: pl.DataFrame, columns: list[str], name: str, key: Callable[..., str | None]
) -> pl.DataFrame:
    """Add a key that depends on some columns, worked out once per distinct values."""
    distinct = rows.select(columns).unique()
    made = pl.Series(name, [key(*row) for row in distinct.iter_rows()], dtype=pl.String)
    return rows.join(
        distinct.with_columns(made),
        on=columns,
        how="left",
        nulls_equal=True,
        maintain_order="left",
    )


def _group_key(platform: str, group_id: str | None, group_name: str | None) -> str | None:
    """Key of the group a row names, by id if it can be."""
    if group_id is not None:
        return keys.group(platform, group_id)
    if group_name is not None:
        return keys.group_by_name(platform, group_name)
    return None


def _post_prefix(platform: str, group_key: str | None) -> str:
    """Make what the keys of a group's posts begin with."""
    return keys.post(platform, "", group_key)


def _keys_without_id(rows: pl.DataFrame) -> pl.Series:
    """Keys of posts that have no id: by address, else by who said what when."""
    when = pl.col("posted_at").dt.strftime("%Y-%m-%dT%H:%M:%S%.6fZ").fill_null("")
    said = pl.coalesce("text", "image", "price", pl.lit(""))
    parts = rows.select("platform", "post_url", "account_key", when, said.alias("said"))
    made = [
        keys.post_by_url(platform, url)
        if url is not None
        else keys.post_by_content(platform, account, posted_at, words)
        for platform, url, account, posted_at, words in parts.iter_rows()
    ]
    return pl.Series(made, dtype=pl.String)
