"""Giving keys to the rows of a plain table."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

from graph import keys
from ingest.readers.post_addresses import names_a_post


def with_keys(rows: pl.DataFrame) -> pl.DataFrame:
    """Add ``account_key``, ``by_key``, ``group_key`` and ``post_key``; name the platform one way.

    Parameters
    ----------
    rows : polars.DataFrame
        ``platform`` (never null), ``account_id account_handle account_name by_id group_id
        group_handle group_name post_id post_url posted_at text image price reply_to``.

    Returns
    -------
    polars.DataFrame
        The rows in their order. An account is known by its id, else its handle, else by its name
        in its group; a group by its id, else its handle, else its name; a post by its id, else its
        address, else by who said what when; where ids are counted per chat, an id without its
        group is no key, nor is one in a group that is known by its name only. ``reply_to`` becomes
        a key. Null where the row names none.
    """
    rows = _keyed(rows, ["platform"], "platform_named", keys.platform)
    rows = rows.with_columns(pl.col("platform_named").alias("platform")).drop("platform_named")
    rows = _keyed(rows, ["platform", "group_id", "group_handle", "group_name"], "group_key", _group)
    named = pl.when(pl.col("account_id").is_null()).then("account_name").alias("only_name")
    told = ["platform", "account_id", "account_handle", "group_key", "only_name"]
    rows = _keyed(rows.with_columns(named), told, "account_key", _account).drop("only_name")
    rows = _keyed(rows, ["platform", "by_id"], "by_key", _by)
    rows = _keyed(rows, ["platform", "group_key"], "post_prefix", _post_prefix)
    in_known_group = ~pl.col("group_key").str.contains(keys.NAMED_GROUP, literal=True)
    has_own_ids = in_known_group.fill_null(value=False) | ~pl.col("platform").is_in(
        keys.PER_CHAT_IDS
    )
    by_id, answered = (
        rows.select(pl.when(has_own_ids).then(pl.concat_str("post_prefix", name)).alias(made))
        for name, made in (("post_id", "post_key"), ("reply_to", "reply_to"))
    )
    post_keys = by_id.to_series()
    without = post_keys.is_null().arg_true()
    return rows.with_columns(
        post_keys.scatter(without, _keys_without_id(rows[without])), answered.to_series()
    )


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


def _group(platform: str, group_id: str | None, handle: str | None, name: str | None) -> str | None:
    """Key of the group a row names, by id if it can be."""
    if group_id is not None:
        return keys.group(platform, group_id)
    if handle is not None:
        return keys.group_by_handle(platform, handle)
    return None if name is None else keys.group_by_name(platform, name)


def _account(
    platform: str,
    account_id: str | None,
    handle: str | None,
    group_key: str | None,
    name: str | None,
) -> str | None:
    """Key of the account a row names, by id if it can be."""
    if account_id is not None:
        return keys.account(platform, account_id)
    if handle is not None:
        return keys.account_by_handle(platform, handle)
    if name is None or group_key is None:
        return None
    return keys.account_by_name(platform, group_key, name)


def _by(platform: str, by_id: str | None) -> str | None:
    """Key of the account that brought something about."""
    return None if by_id is None else keys.account(platform, by_id)


def _post_prefix(platform: str, group_key: str | None) -> str:
    """Make what the keys of a group's posts begin with."""
    return keys.post(platform, "", group_key)


def _keys_without_id(rows: pl.DataFrame) -> pl.Series:
    """Keys of posts that have no id: by address, else by who said what when.

    An address that stands beside several accounts or times is none of one post's. What is nobody's
    is told apart by its group.
    """
    when = pl.col("posted_at").dt.strftime("%Y-%m-%dT%H:%M:%S%.6fZ").fill_null("")
    said = pl.coalesce("text", "image", "price", pl.lit(""))
    is_of_several = pl.any_horizontal(
        pl.col(name).drop_nulls().n_unique().over("post_url") > 1
        for name in ("account_key", "posted_at")
    )
    url = pl.when(~is_of_several).then("post_url").alias("url")
    who = pl.coalesce("account_key", "group_key", pl.lit(""))
    parts = rows.select("platform", url, who.alias("who"), when, said.alias("said"))
    made = [
        keys.post_by_url(platform, url)
        if url is not None and names_a_post(url)
        else keys.post_by_content(platform, who, posted_at, words)
        for platform, url, who, posted_at, words in parts.iter_rows()
    ]
    return pl.Series(made, dtype=pl.String)
