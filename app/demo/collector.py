"""The collector: accounts of our own side in the chats that it collects; they sell nothing."""

from __future__ import annotations

from dataclasses import dataclass

from app.demo.calendar import DAY, END
from app.demo.chats import OPENED
from app.demo.invent import Contact
from app.demo.people import CHATS, PHONEBOOK, Account, Group, Post, WhatsApp
from app.demo.phrases import chat_phrases
from app.demo.town import Town

NAME = "Rara Dewata"
ARRIVED = OPENED + DAY
"""Earlier than everybody but those who made the open chats."""

GREETINGS = 14
ACQUAINTANCES = 3


@dataclass(frozen=True)
class Collector:
    """Who collects.

    Attributes
    ----------
    telegram, whatsapp : Account
        Its accounts, in every chat there is.
    number : Contact
        Its number.
    acquaintances : tuple of tuple of Account and Contact
        Whom it knows in private, with their numbers; they are in no group.
    """

    telegram: Account
    whatsapp: Account
    number: Contact
    acquaintances: tuple[tuple[Account, Contact], ...]

    @property
    def accounts(self) -> tuple[Account, Account]:
        """Its accounts."""
        return self.telegram, self.whatsapp


def make_collector(town: Town) -> Collector:
    """Make the collector, in all chats that somebody belongs to."""
    chats = {
        group.key: group
        for account in town.accounts
        for group in account.groups
        if group.platform in CHATS
    }
    number = town.invent.phone("indonesian")
    telegram, whatsapp = (
        [group for group in chats.values() if group.platform == platform]
        for platform in ("telegram", "whatsapp")
    )
    return Collector(
        _account(4_200_090_000, NAME, telegram),
        _account_on_whatsapp(number, whatsapp),
        number,
        tuple(
            (
                _account(4_200_090_001 + at, town.invent.person(), []),
                town.invent.phone("indonesian"),
            )
            for at in range(ACQUAINTANCES)
        ),
    )


def greet(town: Town, collector: Collector) -> list[Post]:
    """Let the collector say something harmless now and then, and delete one of its messages."""
    said = [
        Post(
            account=account,
            group=group,
            posted_at=town.some_time(town.creators[group.key].first + 2 * DAY, END),
            text=town.draw.choice(chat_phrases(group.language).greetings),
        )
        for account in collector.accounts
        for group in town.draw.choices(account.groups, k=GREETINGS)
    ]
    said[-1].text = None
    return said


def _account(native_id: int, name: str, groups: list[Group]) -> Account:
    """Make an account on Telegram."""
    handle = f"demo_{name.split()[0].lower()}"
    return Account(
        "telegram", str(native_id), handle, name, "indonesian", ARRIVED, END, groups=groups
    )


def _account_on_whatsapp(number: Contact, groups: list[Group]) -> Account:
    """Make an account on WhatsApp, called by the exporter's own name."""
    return Account(
        "whatsapp",
        number.value,
        None,
        NAME,
        "indonesian",
        ARRIVED,
        END,
        groups=groups,
        whatsapp=WhatsApp(number, PHONEBOOK),
    )
