"""An account of a planted world, before it posts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from graph import keys


class Sign(NamedTuple):
    """Something that an account publishes.

    Attributes
    ----------
    what : str
        As it is written (a contact detail, a text) or the hash of a picture.
    share : float
        In what share of its posts a contact detail stands; the first post always has it.
    piece : str, optional
        The piece of evidence of a ring that this is.
    """

    what: str
    share: float = 0.6
    piece: str | None = None


@dataclass
class Account:
    """An account.

    Attributes
    ----------
    number : int
        Its id on its platform.
    platform, handle : str
        Where, and how it is called there.
    market : int
        Whose words it writes and whose groups it joins.
    groups : list of str
        Native ids of its groups; empty where the platform has none.
    active : tuple of int
        First and last day.
    details, texts, pictures : list of Sign
        What it publishes besides what is made up as it posts.
    in_bio : list of Sign
        Contact details of its description.
    prices : bool
        Whether its posts state prices.
    """

    number: int
    platform: str
    handle: str
    market: int
    groups: list[str]
    active: tuple[int, int]
    details: list[Sign] = field(default_factory=list)
    texts: list[Sign] = field(default_factory=list)
    pictures: list[Sign] = field(default_factory=list)
    in_bio: list[Sign] = field(default_factory=list)
    prices: bool = True

    @property
    def key(self) -> str:
        """Its key, as the readers will give it."""
        return keys.account(self.platform, str(self.number))
