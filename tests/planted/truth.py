"""What is true of a planted world; it is kept apart and never read by the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import polars as pl

OPERATED = ("shop", "family", "rescue", "scam")
"""Organisations whose accounts really are run by the same people: rightly found connected."""

JOINED = ("club", "campaign")
"""Organisations whose members run their accounts each for themselves: wrongly found connected."""

COLUMNS = (
    "platform", "post_id", "posted_at", "group_id", "group_name", "account_id", "account_handle",
    "account_name", "account_bio", "text", "price", "currency",
)  # fmt: skip
PICTURES = pl.Schema({"post_key": pl.String(), "hash": pl.String()})


@dataclass
class World:
    """A planted world.

    Attributes
    ----------
    rows : polars.DataFrame
        The plain table, one row per post, all strings.
    pictures : polars.DataFrame
        ``post_key hash``: what pictures of posts look like, as `graph.records.IMAGES` writes it.
    rings : dict of str to int
        Account key to the ring it belongs to; accounts of no ring are absent.
    organisations : dict of str to str
        Account key to its organisation (``shop 3``), of `OPERATED` or `JOINED`.
    innocents : dict of str to str
        Account key to what makes it look like a partner of somebody (``text thief``).
    hubs : dict of str to str
        Contact-detail key of each hub to its kind.
    recycled : set of str
        Contact-detail keys of numbers that had two owners.
    shown : set of tuple
        ``(account key, piece of evidence of its ring)``, of those that its posts really show.
    """

    rows: pl.DataFrame = field(
        default_factory=lambda: pl.DataFrame(schema=dict.fromkeys(COLUMNS, pl.String))
    )
    pictures: pl.DataFrame = field(default_factory=PICTURES.to_frame)
    rings: dict[str, int] = field(default_factory=dict)
    organisations: dict[str, str] = field(default_factory=dict)
    innocents: dict[str, str] = field(default_factory=dict)
    hubs: dict[str, str] = field(default_factory=dict)
    recycled: set[str] = field(default_factory=set)
    shown: set[tuple[str, str]] = field(default_factory=set)

    def operated(self) -> dict[str, str]:
        """Accounts of organisations that run several accounts, as ``organisations``."""
        return {key: name for key, name in self.organisations.items() if kind_of(name) in OPERATED}

    def what(self, account_key: str) -> str:
        """In a word, what is true of an account."""
        if account_key in self.rings:
            return "ring"
        if account_key in self.organisations:
            return kind_of(self.organisations[account_key])
        return self.innocents.get(account_key, "stranger")


def kind_of(organisation: str) -> str:
    """Kind of an organisation.

    >>> kind_of("shop 3")
    'shop'
    """
    return organisation.partition(" ")[0]


def reachable(shown: Iterable[tuple[str, str]], rings: dict[str, int]) -> dict[str, str]:
    """What somebody would find who knew which evidence is a ring's, and missed none of it.

    Parameters
    ----------
    shown : iterable of tuple
        As `World.shown`.
    rings : dict of str to int
        As `World.rings`.

    Returns
    -------
    dict of str to str
        Account key to a name of what is connected, singles left out: the most that posts allow.
    """
    home = {key: key for key in rings}

    def root(key: str) -> str:
        while home[key] != key:
            key = home[key]
        return key

    first: dict[tuple[int, str], str] = {}
    for key, piece in sorted(shown):
        other = first.setdefault((rings[key], piece), key)
        home[root(key)] = root(other)
    found = {key: root(key) for key in rings}
    sizes = Counter(found.values())
    return {key: name for key, name in found.items() if sizes[name] > 1}
