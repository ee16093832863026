from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from graph import keys
from tests.ingest.readers.reading import Read, read

FIXTURES = Path(__file__).parent / "fixtures"
KIKI, RUDI, SARI, TONO = (f"discord:91000000000000000{number}" for number in (1, 2, 3, 4))
OFFERS = "discord:group:900000000000000010"
SERVER = "discord:group:900000000000000001"


@pytest.fixture(scope="module")
def channel(tmp_path_factory: pytest.TempPathFactory) -> Read:
    path = tmp_path_factory.mktemp("discord") / "a file"
    shutil.copy(FIXTURES / "channel.json", path)
    return read(path)


def post_of(found: Read, number: int) -> dict[str, Any]:
    (row,) = found.posts.filter(locator=f"messages {number}").to_dicts()
    return {**row, "extra": json.loads(row["extra"] or "{}")}


def test_it_is_told_by_content_and_adds_up(channel: Read) -> None:
    assert channel.format == "discord"
    assert (channel.rows_read, channel.rows_accepted, channel.rows_merged) == (17, 15, 0)
    assert (len(channel.posts), len(channel.memberships), len(channel.rejected)) == (7, 8, 2)
    assert channel.reasons == [
        "'yesterday' cannot be read as a time",
        "the message names no author",
    ]


def test_a_message(channel: Read) -> None:
    row = post_of(channel, 1)
    assert row["post_key"] == "post:discord:900000000000000010/900000000000000101"
    assert (row["account_key"], row["group_key"]) == (KIKI, OFFERS)
    assert row["text"] == "Lories ready, call +1 202 555 0134"
    assert row["posted_at"].isoformat() == "2026-03-01T09:00:00.250000+00:00"
    assert row["collected_at"].isoformat() == "2026-04-02T06:00:00.500000+00:00"
    assert not row["time_zone_assumed"]
    assert row["image"] == "offers.json_Files/lory-1A2B3.png\npapers.pdf"
    assert json.loads(row["extra"]["roles"]) == ["Seller"]
    assert json.loads(row["extra"]["reactions"])[0]["users"] == [{"id": "910000000000000002"}]
    assert row["extra"]["isPinned"] == "true"
    assert row["extra"]["timestampEdited"] == "2026-03-01T09:05:00+00:00"
    assert "is_bot" not in row["extra"]
    assert "type" not in row["extra"]


def test_answers_are_told_within_the_channel_only(channel: Read) -> None:
    answer = post_of(channel, 2)
    assert answer["reply_to"] == "post:discord:900000000000000010/900000000000000101"
    assert answer["posted_at"].isoformat() == "2026-03-01T09:00:00+00:00"
    assert json.loads(answer["extra"]["mentions"]) == ["910000000000000001"]
    assert post_of(channel, 3)["reply_to"] is None


def test_what_is_passed_on_is_somebody_elses(channel: Read) -> None:
    row = post_of(channel, 4)
    assert row["forwarded_from"] == "a message of channel 900000000000000010"
    assert row["text"] == "Old offer, call +1 202 555 0199"
    assert row["image"] == "https://cdn.example/old.png"
    assert row["reply_to"] is None
    assert json.loads(row["extra"]["forwarded"]) == {"timestamp": "2026-02-01T09:02:00+00:00"}


def test_webhooks_and_bots(channel: Read) -> None:
    webhook, bot = post_of(channel, 5), post_of(channel, 6)
    assert webhook["account_key"] == "discord:920000000000000001"
    assert webhook["text"].split("\n") == [
        "New in stock",
        "https://birds.example/12",
        "Two lories",
        "Call: +1 202 555 0177",
        "Shop",
    ]
    assert (webhook["extra"]["is_bot"], bot["extra"]["is_bot"]) == ("true", "true")
    assert json.loads(bot["extra"]["interaction"])["name"] == "stock"
    handles = dict(channel.accounts.select("native_id", "handle").drop_nulls().iter_rows())
    assert handles["920000000000000002"] == "Stocky#9001"
    assert handles["910000000000000001"] == "kiki.lori"
    assert "920000000000000001" not in handles


def test_the_handle_of_an_id_is_told(channel: Read) -> None:
    told = dict(channel.aliases.select("key", "same_as").iter_rows())
    assert told[keys.account_by_handle("discord", "Rudi#7077")] == RUDI
    assert told[keys.account_by_handle("discord", "kiki.lori")] == KIKI


def test_a_deleted_account_is_nobody(channel: Read) -> None:
    row = post_of(channel, 7)
    assert (row["account_key"], row["group_key"]) == (None, OFFERS)
    assert row["text"] == "gone but not my words"
    assert row["extra"]["author_called"] == "Deleted User"
    assert not channel.accounts["name"].str.contains("Deleted").any()


def test_who_joined_was_added_left_and_was_removed(channel: Read) -> None:
    columns = ("locator", "account_key", "group_key", "event", "by_key")
    assert channel.memberships.select(columns).rows() == [
        ("messages 8", SARI, SERVER, "joined", None),
        ("messages 9", SARI, OFFERS, "joined", KIKI),
        ("messages 9, person 2", TONO, OFFERS, "joined", KIKI),
        ("messages 10", TONO, OFFERS, "left", KIKI),
        ("messages 11", SARI, OFFERS, "left", None),
        ("messages 12", KIKI, OFFERS, None, None),
        ("messages 13", RUDI, OFFERS, None, None),
        ("messages 14", RUDI, OFFERS, None, None),
    ]


def test_groups_are_named_with_their_server(channel: Read) -> None:
    assert dict(channel.groups.select("group_key", "name").iter_rows()) == {
        OFFERS: "Feather Friends / offers",
        SERVER: "Feather Friends",
    }


def test_what_was_passed_over_and_what_is_missing_is_said(channel: Read) -> None:
    assert channel.notices == [
        "The channel's topic, which is not searched: 'No feathers, no posts'.",
        "The export holds only messages after 2026-03-01T00:00:00+00:00.",
        "Of messages of the kind ChannelPinnedMessage no more is read than that whoever caused "
        "them belongs to the channel.",
        "Of messages of the kind ThreadCreated no more is read than that whoever caused them "
        "belongs to the channel.",
        "The export counts 40 messages and this file holds 16: it is a part of the export, or "
        "messages were taken out or put in.",
    ]


def test_a_file_cut_short_keeps_what_is_whole(tmp_path: Path) -> None:
    whole = (FIXTURES / "channel.json").read_text(encoding="utf-8")
    path = tmp_path / "c.json"
    path.write_text(whole[: whole.index("900000000000000103")], encoding="utf-8")
    found = read(path)
    assert (found.format, found.rows_read, len(found.posts)) == ("discord", 3, 2)
    assert len(found.rejected) == 1


@pytest.mark.parametrize("order", [["messages", "guild", "channel"], ["channel", "messages"]])
def test_a_file_without_its_channel_first_names_none(tmp_path: Path, order: list[str]) -> None:
    whole = json.loads((FIXTURES / "channel.json").read_text(encoding="utf-8"))
    path = tmp_path / "c.json"
    path.write_text(json.dumps({name: whole[name] for name in order}), encoding="utf-8")
    found = read(path, format_name="discord")
    assert (found.rows_read, len(found.posts)) == (17, 7)
