"""Accounts, groups and posts of the demonstration, before they are written to files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from app.demo.adverts import Advert
from app.demo.invent import Contact
from graph import keys

CLOSING, COURIER, ESCROW = "closings", "couriers", "escrows"


@dataclass(frozen=True)
class Group:
    """A group, with the language that is spoken there."""

    platform: str
    native_id: str
    name: str
    language: str

    @property
    def key(self) -> str:
        """The key that detection gives it."""
        return keys.group(self.platform, self.native_id)


@dataclass(frozen=True)
class Shown:
    """A contact detail that an account shows.

    Attributes
    ----------
    contact : Contact
        What is shown.
    share : float
        In what share of its posts, in (0, 1]; always in its first.
    purpose : str
        `CLOSING`, `COURIER` or `ESCROW`: the phrases around it.
    """

    contact: Contact
    share: float = 0.7
    purpose: str = CLOSING


@dataclass
class Account:
    """An account.

    Attributes
    ----------
    platform, native_id, handle, name, bio : str
        As the platform shows them; null where it shows none.
    language : str
        What it writes.
    groups : list of Group
        Where it is a member; posts outside groups when there is none.
    first, last : datetime
        Between when it posts.
    role : str
        Its role in its groups; null when it is an ordinary member.
    shows : list of Shown
        Its contact details.
    adverts : list of Advert
        What it posts, again and again.
    posts : int
        How often it posts.
    """

    platform: str
    native_id: str
    handle: str | None
    name: str
    language: str
    first: datetime
    last: datetime
    groups: list[Group] = field(default_factory=list)
    bio: str | None = None
    role: str | None = None
    shows: list[Shown] = field(default_factory=list)
    adverts: list[Advert] = field(default_factory=list)
    posts: int = 0

    @property
    def key(self) -> str:
        """The key that detection gives it."""
        return keys.account(self.platform, self.native_id)


@dataclass(frozen=True)
class Post:
    """A post.

    Attributes
    ----------
    post_id : str
        Counted per chat on Telegram, over all posts elsewhere.
    account : Account
        Who posts.
    group : Group or None
        Where; null outside groups.
    posted_at : datetime
        UTC.
    text : str or None
        Null when only the picture says anything.
    price : int or None
        As the collector noted it, in ``currency``; null when none was noted.
    city, image : str or None
        Where the goods are, and the picture's file name; null when not noted.
    contact : str or None
        What a volunteer noted from the picture; null unless the text is missing.
    """

    post_id: str
    account: Account
    group: Group | None
    posted_at: datetime
    text: str | None
    price: int | None
    currency: str
    city: str | None
    image: str | None
    contact: str | None = None
