"""Who messages are from: numbers in any spacing, saved names, push names, names with colons."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.readers.whatsapp.chats import read, read_lines, write

AT = "13/06/2026, 21:25 - "


@pytest.mark.parametrize(
    "shown",
    [
        "+1 (202) 555\u20110123",
        "+1\u00a0202\u00a0555\u00a00123",
        "\u202a+1 202-555-0123\u202c",
        "\u202a+1\u202f202\u2011555\u20110123\u202c",
        "+12025550123",
    ],
)
def test_a_number_is_an_account_however_it_is_written(tmp_path: Path, shown: str) -> None:
    read = read_lines(tmp_path, [f"{AT}{shown}: Ready"])
    assert read.post["account_key"] == "whatsapp:+12025550123"
    account = read.accounts.row(0, named=True)
    assert (account["native_id"], account["contact"]) == ("+12025550123", "+12025550123")
    assert account["name"] is None


def test_a_saved_name_means_somebody_within_its_chat_only(tmp_path: Path) -> None:
    one = read_lines(tmp_path, [f"{AT}Sari: Ready", f"{AT}Sari: Stock"])
    other = read_lines(tmp_path, [f"{AT}Sari: Hello", f"{AT}Sari: again"])
    assert one.names == other.names == ["Sari", "Sari"]
    assert not set(one.accounts["account_key"]) & set(other.accounts["account_key"])
    (key,) = set(one.accounts["account_key"])
    assert key == one.groups["group_key"][0].replace(":group:", ":") + "/Sari"
    assert one.accounts["name"].to_list() == ["Sari", "Sari"]


def test_a_name_that_somebody_chose_is_never_a_saved_one(tmp_path: Path) -> None:
    read = read_lines(tmp_path, [f"{AT}~ Sari: I chose it", f"{AT}~\u202fBudi: x", f"{AT}Sari: x"])
    assert read.names == ["~ Sari", "~ Budi", "Sari"]


@pytest.mark.parametrize("shown", ["+12", "+1 call me", "12025550123", "+1234567890123456"])
def test_what_is_no_whole_international_number_is_a_name(tmp_path: Path, shown: str) -> None:
    read = read_lines(tmp_path, [f"{AT}{shown}: Ready"])
    assert read.names == [shown]


def test_a_colon_in_a_message_ends_no_name(tmp_path: Path) -> None:
    read = read_lines(tmp_path, [f"{AT}Sari: Price: 50: net", f"{AT}Sari: ok"])
    assert read.names == ["Sari", "Sari"]
    assert read.texts == ["Price: 50: net", "ok"]


def test_a_known_participant_is_preferred_to_a_longer_name(tmp_path: Path) -> None:
    lines = [
        f"{AT}The final test: Does it work with colons?: Hallelujah!",
        f"{AT}The final test: x",
    ]
    read = read_lines(tmp_path, lines)
    assert read.names == ["The final test"] * 2
    assert read.texts[0] == "Does it work with colons?: Hallelujah!"


def test_a_name_that_is_never_seen_without_its_colon_holds_it(tmp_path: Path) -> None:
    shop = [f"{AT}Shop: Birds: offer {number}" for number in range(6)]
    read = read_lines(tmp_path, [*shop, f"{AT}Budi: Price: 50", f"{AT}Budi: ok"])
    assert read.names == ["Shop: Birds"] * 6 + ["Budi"] * 2
    assert read.texts == [f"offer {number}" for number in range(6)] + ["Price: 50", "ok"]


def test_a_colon_without_a_space_after_it_is_no_message(tmp_path: Path) -> None:
    read = read_lines(tmp_path, [f"{AT}John Doe:.", f"{AT}10:30 is when we meet"])
    assert (read.rows_read, len(read.posts), len(read.rejected)) == (2, 0, 0)


def test_a_message_may_begin_on_the_next_line(tmp_path: Path) -> None:
    read = read_lines(tmp_path, [f"{AT}Sari:", "", "Ready", "", f"{AT}Sari: ", f"{AT}Sari:   x"])
    assert read.texts == ["Ready", None, "  x"]


def test_marks_and_hard_spaces_in_a_name_are_not_part_of_it(tmp_path: Path) -> None:
    read = read_lines(tmp_path, [f"{AT}\u2068Sari\u00a0W\u2069: x", f"{AT}Sari W: x"])
    assert read.names == ["Sari W"] * 2


def test_in_a_chat_of_two_the_other_one_may_be_ours(tmp_path: Path) -> None:
    lines = [f"{AT}Sari: Ready", f"{AT}Ana V: How much?"]
    path = write(tmp_path / "chat.txt", lines)
    found = read(path, name="/case/WhatsApp Chat with Sari.txt")
    (key,) = found.suggested_own
    assert key.endswith("/Ana V")
    assert found.suggested_own[key] == (
        "/case/WhatsApp Chat with Sari.txt: the chat is with Sari, so the other side exported it"
    )
    assert read(path, name="WhatsApp Chat with Flock.txt").suggested_own == {}
    assert read(path, name="chat.txt").suggested_own == {}


def test_the_title_may_be_a_number(tmp_path: Path) -> None:
    lines = [f"{AT}+1 202-555-0123: Ready", f"{AT}Ana V: How much?"]
    path = write(tmp_path / "chat.txt", lines)
    (key,) = read(path, name="WhatsApp Chat with +1 202-555-0123.txt").suggested_own
    assert key.endswith("/Ana V")


def test_three_writers_are_no_chat_of_two(tmp_path: Path) -> None:
    path = write(tmp_path / "chat.txt", [f"{AT}{name}: x" for name in ("Sari", "Ana", "Budi")])
    assert read(path, name="WhatsApp Chat with Sari.txt").suggested_own == {}


@pytest.mark.parametrize("said", ["You deleted this message", "Anda menghapus pesan ini"])
def test_whoever_is_you_may_be_ours(tmp_path: Path, said: str) -> None:
    lines = [f"{AT}Sari: x", f"{AT}Budi: x", f"{AT}Ana V: {said}"]
    found = read_lines(tmp_path, lines)
    (key,) = found.suggested_own
    assert key.endswith("/Ana V")


def test_two_who_are_you_are_nobody(tmp_path: Path) -> None:
    lines = [f"{AT}{name}: You deleted this message" for name in ("Sari", "Ana V")]
    assert read_lines(tmp_path, lines).suggested_own == {}
