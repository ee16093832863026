"""What a number is said to be used with."""

from __future__ import annotations

import pytest

from ingest.extract.lexicon.cues import Cues
from ingest.extract.phones.alternatives import any_of
from ingest.extract.phones.channels import announced
from tests.ingest.extract.cases import details

KEY = "phone:+6281200000034"

SAID = [
    ("WA 081200000034", "whatsapp"),
    ("wa081200000034", "whatsapp"),
    ("chat wa/telegram : 081200000034", "telegram+whatsapp"),
    ("Zalo/Viber: 081200000034", "viber+zalo"),
    ("signal 081200000034", "signal"),
    ("imo: 081200000034", "imo"),
    ("واتساب 081200000034", "whatsapp"),
    ("081200000034 (WA)", "whatsapp"),
    ("081200000034 WA/Telegram", "telegram+whatsapp"),
    ("081200000034 / WA", "whatsapp"),
    ("tlp/wa 081200000034 (telegram)", "telegram+whatsapp"),
    ("hp 081200000034", None),
    ("call 081200000034", None),
    ("โทร 081200000034", None),
    ("081200000034", None),
    ("081200000034 sudah wa kemarin tapi belum", None),
]


@pytest.mark.parametrize(("text", "channel"), SAID)
def test_channel_is_what_the_words_beside_a_number_say(text: str, channel: str | None) -> None:
    rows = {row["detail_key"]: row["channel"] for row in details(text, "ID")}
    assert rows[KEY] == channel


def test_a_word_between_two_numbers_announces_the_second() -> None:
    rows = details("081200000034 WA: 081200000035", "ID")
    assert [row["channel"] for row in rows] == [None, "whatsapp"]


def test_words_come_from_the_lexicon_in_use() -> None:
    cues = Cues((("whatsapp", ("kirik",)), ("phone", ("dering",))))
    assert announced("kirik: ", "", cues).channel == "whatsapp"
    assert announced("dering ", "", cues) == (True, False, None)
    assert announced("wa ", "", cues) == (False, False, None)
    assert announced("wa ", "", Cues()) == (False, False, None)


def test_alternatives_take_the_longest_word() -> None:
    import re

    pattern = re.compile(any_of(["a", "ab", "abc", "b.c"]))
    assert pattern.match("abcd").group() == "abc"
    assert pattern.match("b.c").group() == "b.c"
    assert pattern.match("bxc") is None
    assert re.match(any_of([]), "a") is None
