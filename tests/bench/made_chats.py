"""Chats of any length, as Telegram Desktop and WhatsApp write them; every word is invented."""

from __future__ import annotations

import json
import random
from datetime import datetime, timedelta
from pathlib import Path

BEGUN = datetime(2026, 1, 5, 6, 0)
OPENINGS = ("dijual", "ready stock", "WTS", "ขาย", "出售", "se vende", "cari", "masih ada")
GOODS = ("burung murai", "parrot pair", "นกแก้ว", "tortoise", "kucing hutan", "orchid", "gecko")
ENDINGS = (
    "minat PM",
    "COD bisa",
    "no rekber",
    "siap kirim",
    "ส่งทั่วประเทศ",
    "serious only",
    "dm aja",
)


def whatsapp(path: Path, lines: int, seed: int) -> int:
    """Write a chat of so many lines; the number of its messages and system rows."""
    draw = random.Random(seed)
    senders = [_whatsapp_sender(number) for number in range(400)]
    at, written, rows = BEGUN, 0, 0
    with path.open("w", encoding="utf-8") as file:
        while written < lines:
            at += timedelta(seconds=draw.randint(5, 90))
            stamp = f"{at.day:02}/{at.month:02}/{at.year}, {at.hour:02}:{at.minute:02}"
            sender = draw.choice(senders)
            kind = draw.random()
            rows += 1
            if kind < 0.02:
                file.write(f"{stamp} - {sender} joined using this group's invite link\n")
            elif kind < 0.12:
                file.write(f"{stamp} - {sender}: <Media omitted>\n")
            else:
                file.write(f"{stamp} - {sender}: {_advert(draw)}\n")
                if kind < 0.35 and written + 1 < lines:
                    file.write(f"{draw.choice(ENDINGS)}: +62 812-0000-{draw.randint(0, 9999):04}\n")
                    written += 1
            written += 1
    return rows


def telegram(path: Path, messages: int, seed: int, words: int = 12) -> int:
    """Write a group of so many messages; the number of its messages."""
    draw = random.Random(seed)
    begun = int(BEGUN.timestamp())
    with path.open("w", encoding="utf-8") as file:
        file.write(
            '{\n "name": "Pasar Burung",\n "type": "private_supergroup",\n "id": 1234567890,'
        )
        file.write('\n "messages": [\n')
        for number in range(1, messages + 1):
            if number > 1:
                file.write(",\n")
            begun += draw.randint(5, 90)
            user = draw.randint(1, 4000)
            text = " ".join(_advert(draw) for _ in range(max(1, words // 6)))
            message = {
                "id": number,
                "type": "message",
                "date": datetime.fromtimestamp(begun).isoformat(),
                "date_unixtime": str(begun),
                "from": f"Trader {user}",
                "from_id": f"user{user}",
                "text": [text + " ", {"type": "mention", "text": f"@trader_{user}"}],
                "text_entities": [
                    {"type": "plain", "text": text + " "},
                    {"type": "mention", "text": f"@trader_{user}"},
                ],
            }
            file.write(json.dumps(message, ensure_ascii=False, indent=1))
        file.write("\n ]\n}\n")
    return messages


def _whatsapp_sender(number: int) -> str:
    """A number for most, a name in the phonebook for some."""
    return f"Kontak {number}" if number % 3 == 0 else f"+62 812-0000-{number:04}"


def _advert(draw: random.Random) -> str:
    """Some words of an advert."""
    price = f"{draw.randint(1, 90) * 50}rb"
    return f"{draw.choice(OPENINGS)} {draw.choice(GOODS)} {price} {draw.choice(ENDINGS)}"
