"""What our own accounts are known by: contact details, handles, ids, names, numbers."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import polars as pl

from graph import keys
from graph.records import ACCOUNTS
from ingest.archive import Archive
from ingest.extract import extract_by_hand
from ingest.extract.phones import numbers

SHORTEST_NAME = 3
SHORTEST_WORD = 2
_NUMBER = re.compile(r"phone:\+\d{7,}")
_TELEGRAM_USER = re.compile(r"^user(?=\d+$)")
VAGUE_KINDS = frozenset({"url", "invite", "other"})
"""Kinds of details that are not one account's own merely because its profile gives them."""


@dataclass(frozen=True)
class Traits:
    """What tells that something speaks of our own side.

    Attributes
    ----------
    details : frozenset of str
        Keys of contact details that reach an own account, or that were declared themselves.
    words : frozenset of str
        Handles, the platforms' own ids, addresses: in lower case, without ``@``.
    names : frozenset of str
        Display names.
    numbers : frozenset of str
        Telephone numbers as E.164.
    """

    details: frozenset[str] = field(default_factory=frozenset)
    words: frozenset[str] = field(default_factory=frozenset)
    names: frozenset[str] = field(default_factory=frozenset)
    numbers: frozenset[str] = field(default_factory=frozenset)

    @property
    def fingerprint(self) -> str:
        """Tell these traits from others."""
        told = json.dumps({name: sorted(value) for name, value in vars(self).items()})
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def traits_of(archive: Archive, own: frozenset[str]) -> Traits:
    """Gather what own accounts are known by, from their keys and from all that sources say.

    Parameters
    ----------
    archive : Archive
        As it is, with our own side.
    own : frozenset of str
        Keys of our own accounts and contact details.

    Returns
    -------
    Traits
        What an own account merely wrote in its posts is none of them: it may be somebody else's.
    """
    said = _descriptions(archive, own)
    details = set(own) | _registered(said) | {_reached(key) for key in own}
    for column in ("handle", "native_id"):
        stated = said.select("platform", column).drop_nulls().unique()
        details |= {keys.handle(*row) for row in stated.iter_rows()}
    numbers = {_value(key) for key in details if _NUMBER.fullmatch(key)}
    words = {_value(key).lower() for key in details if not key.startswith("phone:")}
    words |= {_TELEGRAM_USER.sub("", word) for word in words}
    names = (name.strip() for name in said["name"].drop_nulls())
    return Traits(
        details=frozenset(details),
        words=frozenset(word for word in words if len(word) >= SHORTEST_WORD),
        names=frozenset(name for name in names if len(name) >= SHORTEST_NAME),
        numbers=frozenset(numbers),
    )


def _descriptions(archive: Archive, own: frozenset[str]) -> pl.DataFrame:
    """Read all that sources say of own accounts."""
    columns = ("platform", "native_id", "handle", "name", "url", "contact")
    keys_of_own = pl.Series(sorted(own), dtype=pl.String).implode()
    found = [
        archive.records(source.sha256, "accounts")
        .filter(pl.col("account_key").is_in(keys_of_own))
        .select(*columns, pl.lit(source.region, pl.String).alias("region"))
        for source in archive.sources()
    ]
    empty = pl.LazyFrame(
        schema={**{name: ACCOUNTS[name] for name in columns}, "region": pl.String()}
    )
    return pl.concat([empty, *found]).unique().collect()


def _registered(said: pl.DataFrame) -> set[str]:
    """Keys of the contact details that own accounts are registered with or addressed by."""
    found: set[str] = set()
    for (region,), part in said.group_by("region"):
        for column in ("contact", "url"):
            rows = part.select("platform", contact=column, key=pl.lit("", pl.String))
            details = extract_by_hand(rows, region if isinstance(region, str) else None)
            known = details.filter(~pl.col("kind").is_in(sorted(VAGUE_KINDS)))
            found |= set(known["detail_key"])
            found |= _bare_numbers(details.filter(pl.col("kind") == "other")["value"])
    return found


def _bare_numbers(values: Iterable[str]) -> set[str]:
    """Read numbers that are written with their country's code but without the plus sign."""
    digits = (re.sub(r"\D", "", value) for value in values if not re.search(r"[^\W\d]", value))
    read = (numbers.clean(f"+{each}", None) for each in digits)
    return {f"phone:{number}" for number in read if number}


def _reached(key: str) -> str:
    """Key of the contact detail that an account's own key amounts to."""
    platform, _, native = key.partition(":")
    return f"phone:{native}" if key.startswith("whatsapp:+") else keys.handle(platform, native)


def _value(key: str) -> str:
    """Give what a contact detail's key holds beside its kind."""
    kind, _, value = key.partition(":")
    if kind == "handle":
        return value.partition(":")[2]
    return value.rpartition(":")[2] if kind == "bank" else value
