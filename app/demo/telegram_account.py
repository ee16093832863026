"""Telegram Desktop's export of a whole account: what is private, and all its groups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from app.demo.collector import Collector
from app.demo.people import Account
from app.demo.telegram_export import chat, write_result
from app.demo.telegram_messages import Form, Record
from app.demo.timeline import Entry

ABOUT = "Here is the data you requested."
PRIVATE_WORDS = (
    "Besok jam tujuh di warung biasa, jangan bawa siapa-siapa.",
    "Siap, saya datang sendiri.",
)
NOTE_TO_SELF = "Ganti kartu SIM sebelum hari Jumat."


def write_account(path: Path, collector: Collector, entries: Sequence[Entry], form: Form) -> Path:
    """Write the export of a whole account.

    Parameters
    ----------
    path : Path
        Where to.
    collector : Collector
        Whose account it is.
    entries : sequence of Post or Event
        What is said and happens in its groups, in order of time.
    form : Form
        Which version of the program exports, and where.
    """
    until = max(entry.posted_at for entry in entries)
    own = collector.telegram
    groups = {entry.group.key: entry.group for entry in entries if entry.group is not None}
    chats = [_private_chat(collector, until, form), _saved_messages(own, until, form)]
    for group in groups.values():
        here = [entry for entry in entries if entry.group == group]
        chats.append(chat(group, here, form))
    return write_result(
        path,
        {
            "about": ABOUT,
            "personal_information": _personal(collector),
            "contacts": {"about": ABOUT, "list": _contacts(collector, until, form)},
            "sessions": {"about": ABOUT, "list": [_session(until, form)]},
            "chats": {"about": ABOUT, "list": chats},
            "left_chats": {"about": ABOUT, "list": []},
        },
    )


def _personal(collector: Collector) -> Record:
    """Describe whose account it is."""
    first, last = _names(collector.telegram)
    return {
        "user_id": int(collector.telegram.native_id),
        "first_name": first,
        "last_name": last,
        "phone_number": collector.number.spaced,
        "username": f"@{collector.telegram.handle}",
        "bio": "",
    }


def _contacts(collector: Collector, until: datetime, form: Form) -> list[Record]:
    """List whom the collector knows."""
    listed = []
    for account, number in collector.acquaintances:
        first, last = _names(account)
        listed.append(
            {
                "user_id": int(account.native_id),
                "first_name": first,
                "last_name": last,
                "phone_number": number.spaced,
                **form.dates(until - timedelta(days=400)),
            }
        )
    return listed


def _session(until: datetime, form: Form) -> Record:
    """Describe the computer that exports."""
    return {
        "last_active": form.dates(until)["date"],
        "last_ip": "192.0.2.7",
        "last_country": "Indonesia",
        "application_name": "Telegram Desktop",
        "device_model": "Desktop",
        "platform": "Windows",
    }


def _private_chat(collector: Collector, until: datetime, form: Form) -> Record:
    """Make the chat with the first acquaintance, which is nobody's business."""
    friend, _ = collector.acquaintances[0]
    said = zip((friend, collector.telegram), PRIVATE_WORDS, strict=True)
    return {
        "name": friend.name,
        "type": "personal_chat",
        "id": form.user_number(friend),
        "messages": [
            _private(number, account, words, until, form)
            for number, (account, words) in enumerate(said, start=1)
        ],
    }


def _saved_messages(own: Account, until: datetime, form: Form) -> Record:
    """Make the chat with oneself, which has no name."""
    return {
        "type": "saved_messages",
        "id": form.user_number(own),
        "messages": [_private(3, own, NOTE_TO_SELF, until, form)],
    }


def _private(number: int, account: Account, words: str, until: datetime, form: Form) -> Record:
    """Make a message that is in no group."""
    return {
        "id": number,
        "type": "message",
        **form.dates(until - timedelta(days=3, minutes=-number)),
        "from": account.name,
        "from_id": form.user(account),
        **form.text(words),
    }


def _names(account: Account) -> tuple[str, str]:
    """Part a name."""
    first, _, last = account.name.partition(" ")
    return first, last
