"""A cover account among sellers: in its own export of Telegram, and in what others noted of it.

All of it is invented; the telephone numbers are of the range kept free for fiction.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.builders import post, write_csv

KEY = "telegram:user988877766"
ID = "988877766"
HANDLE = "night_heron_88"
NAME = "Wenny Coverdale"
NUMBER = "+19075550143"
WRITTEN = ("+1 907-555-0143", "(907) 555-0143", "+1 907 555 0143")
TELLING = (ID, HANDLE, NAME, "5550143")
"""What gives the cover away, where what parts digits is taken out of numbers."""

SHARED = "(907) 555-0111"
SELLERS = {
    5_550_001_001: "Budi Aviary",
    5_550_001_002: "Sari Songbirds",
    5_550_001_003: "Eko Cages",
}
GROUP = 4_455_667_788
START = 1_770_000_000


def write_telegram(path: Path) -> Path:
    """Write the cover account's own export: whose it is, and one chat with three sellers."""
    path.write_text(
        json.dumps(
            {
                "personal_information": {
                    "user_id": int(ID),
                    "first_name": "Wenny",
                    "last_name": "Coverdale",
                    "phone_number": WRITTEN[2],
                    "username": f"@{HANDLE}",
                },
                "chats": {
                    "list": [
                        {
                            "name": f"Finch corner, ask {NAME}",
                            "type": "private_supergroup",
                            "id": GROUP,
                            "messages": _messages(),
                        }
                    ]
                },
            },
            ensure_ascii=False,
        ),
        encoding="utf-8",
    )
    return path


def write_noted(path: Path) -> Path:
    """Write a plain table of what was noted elsewhere: others speak of the cover, and with it."""
    rows = [
        post(
            1,
            text=f"Deal with @{HANDLE.title()} only, t.me/{HANDLE} or {WRITTEN[1]}",
            account_bio=f"Friend of {NAME}, see @{HANDLE}",
            contact=f"{WRITTEN[0]}; {SHARED}",
            group_name=f"Cages of {NAME}",
            spotted_by=f"{NAME} ({ID})",
        ),
        post(2, account_id="a1", text="Nothing of the kind: cages, seed and perches in all sizes"),
        post(3, platform="telegram", group_id=ID, account_id="5550001001", text="Between us two"),
        {"platform": "facebook", "text": f"by nobody, for {NAME}, {KEY}, @{HANDLE}, {WRITTEN[0]}"},
    ]
    return write_csv(path, rows)


def _messages() -> list[dict[str, Any]]:
    """Make the chat: sellers who share a number, which the cover repeats, and talk of the cover."""
    sellers = list(SELLERS)
    made: list[dict[str, Any]] = []
    for round_ in range(2):
        for at, seller in enumerate(sellers):
            said = (
                f"Offer {round_} of {SELLERS[seller]}: white finches {at}{round_}, healthy, with "
                f"cage, sending everywhere, call {SHARED} at any time of the day, price {300 + at}"
            )
            made.append(_said(seller, SELLERS[seller], said))
    made += [
        _said(int(ID), NAME, f"I sell a finch too, call {SHARED} or my own {WRITTEN[0]}"),
        _said(int(ID), NAME, f"Still for sale, healthy and tame, call {SHARED}, ask for {NAME}"),
        _said(sellers[0], SELLERS[sellers[0]], f"@{HANDLE} is that your number, {WRITTEN[1]}?"),
        _said(sellers[1], SELLERS[sellers[1]], f"{NAME} has cages, tg://user?id={ID}")
        | {"reply_to_message_id": 7},
        _said(sellers[2], SELLERS[sellers[2]], "Cages and perches, large and small, ask me")
        | {"forwarded_from": NAME, "reactions": [_reaction()]},
        {
            "type": "service",
            "actor": NAME,
            "actor_id": f"user{ID}",
            "action": "invite_members",
            "members": [SELLERS[sellers[2]]],
            "text": "",
        },
        {
            "type": "service",
            "actor": SELLERS[sellers[0]],
            "actor_id": f"user{sellers[0]}",
            "action": "invite_members",
            "members": [NAME],
            "text": "",
        },
    ]
    return [
        {"id": at, "date": "2026-02-02T03:00:00", "date_unixtime": str(START + 3600 * at), **each}
        for at, each in enumerate(made, start=1)
    ]


def _said(user: int, name: str, text: str) -> dict[str, Any]:
    """One message."""
    return {"type": "message", "from": name, "from_id": f"user{user}", "text": text}


def _reaction() -> dict[str, Any]:
    """A reaction of the cover's."""
    recent = {"from": NAME, "from_id": f"user{ID}", "date": "2026-02-03T00:00:00"}
    return {"type": "emoji", "count": 1, "emoji": "👍", "recent": [recent]}


def given_away(said: str) -> set[str]:
    """Find what gives the cover away in a text."""
    plain = said.casefold() + re.sub(r"(?<=\d)[ ()./-]+(?=\d)", "", said)
    return {each for each in TELLING if each.casefold() in plain}
