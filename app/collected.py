"""What is collected already, by every name and address under which others may point to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from ingest.archive import Archive
from ingest.handles import stated_handles

if TYPE_CHECKING:
    from graph.tables import Tables
    from graph.workspace import Workspace

CALLED = pl.Schema({"platform": pl.String(), "called": pl.String()})
_ADDRESSES = {"telegram": "t.me/c/{}", "facebook": "facebook.com/groups/{}", "qq": "qq-group/{}"}
"""By platform, how an invitation names a group by its id."""


@dataclass(frozen=True)
class Collected:
    """Accounts and groups with posts.

    Attributes
    ----------
    handles : polars.DataFrame
        `CALLED`: their handles and ids, folded.
    names : polars.DataFrame
        `CALLED`: their shown names, folded, which others may bear too.
    addresses : polars.DataFrame
        ``address``: of groups, as invitations name them, in lower case.
    """

    handles: pl.DataFrame
    names: pl.DataFrame
    addresses: pl.DataFrame

    @staticmethod
    def folded(name: pl.Expr) -> pl.Expr:
        """Write a name or handle as it is compared."""
        return (
            name.str.normalize("NFKC")
            .str.to_lowercase()
            .str.replace_all(r"\s+", " ")
            .str.strip_chars()
            .str.strip_prefix("@")
        )


def collected(workspace: Workspace, known: Tables) -> Collected:
    """Gather under which names and addresses collected accounts and groups are known.

    Parameters
    ----------
    workspace : Workspace
        Whose sources say which handle is of which id.
    known : Tables
        What was known; an account or group counts as collected once any post of it, or in it, is.
    """
    accounts = known.posts.select("account_key", "platform").unique().drop_nulls()
    groups = (
        known.coverage.select("group_key")
        .unique()
        .drop_nulls()
        .with_columns(platform=pl.col("group_key").str.extract(r"^([^:]*):", 1))
    )
    described = known.accounts.select("account_key", "handle", "name")
    people = accounts.join(described, on="account_key", how="left")
    places = groups.join(known.groups.select("group_key", "name"), on="group_key", how="left")
    own_id = pl.col("account_key").str.replace(r"^[^:]*:", "")
    number = pl.col("group_key").str.replace(r"^[^:]*:group:", "")
    handles = [
        people.select("platform", called="handle"),
        people.select("platform", called=own_id),
        people.select("platform", called=own_id.str.strip_prefix("user")),
        *(
            places.select("platform", called=pl.format(shape, number))
            for shape in ("{}", "channel{}", "chat{}")
        ),
        _stated(workspace, accounts, groups),
    ]
    names = [people.select("platform", called="name"), places.select("platform", called="name")]
    addresses = [
        places.filter(pl.col("platform") == site).select(address=pl.format(shape, number))
        for site, shape in _ADDRESSES.items()
    ]
    return Collected(
        _called(handles),
        _called(names),
        pl.concat(addresses).select(pl.col("address").str.to_lowercase()).unique(),
    )


def _stated(workspace: Workspace, accounts: pl.DataFrame, groups: pl.DataFrame) -> pl.DataFrame:
    """Handles that sources state of the ids of what is collected."""
    stated = stated_handles(Archive(workspace))
    rows = pl.DataFrame(
        {"key": list(stated), "same_as": list(stated.values())},
        schema={"key": pl.String, "same_as": pl.String},
    )
    ids = pl.concat(
        [accounts.select(same_as="account_key"), groups.select(same_as="group_key")]
    ).unique()
    return rows.join(ids, on="same_as", how="semi").select(
        platform=pl.col("key").str.extract(r"^([^:]*):", 1),
        called=pl.col("key").str.replace(r"^[^:]*:(?:group:)?@", ""),
    )


def _called(tables: list[pl.DataFrame]) -> pl.DataFrame:
    """Put names together, folded, each once."""
    return (
        pl.concat([table.cast(CALLED) for table in tables])
        .with_columns(Collected.folded(pl.col("called")))
        .drop_nulls()
        .filter(pl.col("called") != "")
        .unique()
    )
