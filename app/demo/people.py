"""Accounts, groups, posts and events of the demonstration, before they are written to files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from app.demo.adverts import Advert
from app.demo.invent import Contact
from graph import keys

CLOSING, COURIER, ESCROW = "closings", "couriers", "escrows"
CHATS = frozenset({"telegram", "whatsapp"})
NUMBER, PHONEBOOK, PUSH = "number", "phonebook", "push"
CREATED, INVITED, JOINED, LEFT = "created", "invited", "joined", "left"
RENAMED, PINNED, MOVED = "renamed", "pinned", "moved"


@dataclass(frozen=True)
class Group:
    """A group, with the language that is spoken there.

    Attributes
    ----------
    platform, native_id, name, language : str
        As the platform has them. A WhatsApp group has no id that an export tells; its name
        stands for it until the export has been read.
    region : str or None
        ISO 3166 code of the country whose national numbers people write there; null when they
        write numbers with the country's code only.
    is_private : bool
        Whether one has to be invited.
    """

    platform: str
    native_id: str
    name: str
    language: str
    region: str | None = None
    is_private: bool = False

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


@dataclass(frozen=True)
class WhatsApp:
    """How an account is known on WhatsApp.

    Attributes
    ----------
    number : Contact
        The number it is registered with.
    shown_as : str
        What the exporter's telephone shows: its `NUMBER`, its name in the `PHONEBOOK`, or the
        `PUSH` name that it gave itself.
    moved_at : datetime or None
        When it changed to another number; null when it never did.
    moved_to : Contact or None
        The number it changed to.
    """

    number: Contact
    shown_as: str
    moved_at: datetime | None = None
    moved_to: Contact | None = None

    def number_at(self, time: datetime) -> Contact:
        """Give the number that it has at a time."""
        has_moved = self.moved_at is not None and time >= self.moved_at
        return self.moved_to if has_moved and self.moved_to else self.number


@dataclass
class Account:
    """An account.

    Attributes
    ----------
    platform, native_id, handle, name, bio : str
        As the platform shows them; null where it shows none.
    language : str
        What it writes.
    first, last : datetime
        Between when it posts.
    groups : list of Group
        Where it is a member; posts outside groups when there is none.
    role : str
        Its role in its groups; null when it is an ordinary member.
    shows : list of Shown
        Its contact details.
    adverts : list of Advert
        What it posts, again and again.
    posts : int
        How often it posts.
    whatsapp : WhatsApp or None
        How it is known there; null on other platforms.
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
    whatsapp: WhatsApp | None = None

    @property
    def key(self) -> str:
        """The key that detection gives it; of two numbers, the later one counts."""
        known = self.whatsapp
        if known is None:
            return keys.account(self.platform, self.native_id)
        if known.shown_as == NUMBER:
            return keys.account(self.platform, known.number_at(self.last).value)
        shown = f"~ {self.name}" if known.shown_as == PUSH else self.name
        return keys.account_by_name(self.platform, self.groups[0].key, shown)


@dataclass(eq=False)
class Post:
    """A post.

    Attributes
    ----------
    account : Account
        Who posts.
    group : Group or None
        Where; null outside groups.
    posted_at : datetime
        UTC.
    text : str or None
        Null when only the picture or the card says anything.
    currency : str or None
        Of the price; null in talk.
    price : int or None
        As a collector noted it; null when none was noted.
    city, image : str or None
        Where the goods are, and the picture's file name; null when not noted.
    contact : str or None
        What a volunteer noted from the picture; null unless only the picture says anything.
    card : Contact or None
        A contact card that is sent instead of words.
    answers : Post or None
        The post that it replies to.
    forwarded_from : Account or None
        Whose words it passes on; null when they are its account's own.
    post_id : str
        Counted per chat on Telegram, over all posts elsewhere; empty until all is said.
    """

    account: Account
    group: Group | None
    posted_at: datetime
    text: str | None
    currency: str | None = None
    price: int | None = None
    city: str | None = None
    image: str | None = None
    contact: str | None = None
    card: Contact | None = None
    answers: Post | None = None
    forwarded_from: Account | None = None
    post_id: str = ""


@dataclass(eq=False)
class Event:
    """Something that happens in a chat and that nobody says.

    Attributes
    ----------
    kind : str
        `CREATED`, `INVITED`, `JOINED`, `LEFT`, `RENAMED`, `PINNED` or `MOVED` (to another number).
    group : Group
        Where.
    posted_at : datetime
        UTC.
    account : Account
        Who does it.
    members : tuple of Account
        Whom it is done to, where that is somebody else; of a link, whose it is.
    title : str or None
        The name that the group gets.
    pinned : Post or None
        What is pinned.
    post_id : str
        Counted with the posts of its chat.
    """

    kind: str
    group: Group
    posted_at: datetime
    account: Account
    members: tuple[Account, ...] = ()
    title: str | None = None
    pinned: Post | None = None
    post_id: str = ""
