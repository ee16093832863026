from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.readers.options import ReadOptions
from tests.ingest.readers.facebook.files import FIXTURES
from tests.ingest.readers.reading import Read, read

THREAD = "facebook:group:thread/kicau_777"
BUDI, SOREN = "facebook:thread/kicau_777/Budi Contoh", "facebook:thread/kicau_777/Søren and Sons"
TONO = "facebook:thread/kicau_777/Tono Contoh"


@pytest.fixture(scope="module")
def found() -> Read:
    return read(FIXTURES / "thread.json")


def written(path: Path, **thread: object) -> Path:
    path.write_text(json.dumps(thread))
    return path


def message(**said: object) -> dict[str, object]:
    return {"sender_name": "Budi Contoh", "timestamp_ms": 1772352900000, **said}


def test_every_row_is_accounted_for(found: Read) -> None:
    assert (found.rows_read, found.rows_accepted, len(found.rejected)) == (14, 13, 1)
    assert (len(found.posts), len(found.memberships)) == (5, 8)
    assert found.reasons == ["the message names no sender"]


def test_text_is_mended_where_it_was_damaged(found: Read) -> None:
    texts = found.posts["text"].to_list()
    assert texts == [
        "https://wa.me/12025550105",
        None,
        "call +1 202 555 0106",
        "BrÃ¸d pÃ¥ € 5",
        "Tono Contoh left the group. hvorfor? Smør",
    ]
    assert found.groups.select("group_key", "name").rows() == [(THREAD, "Kicau Fajar (fiktif)")]


def test_times_are_milliseconds(found: Read) -> None:
    assert found.posts["posted_at"][4] == datetime(2026, 3, 1, 8, 15, tzinfo=UTC)
    assert not found.posts["time_zone_assumed"].any()


def test_people_are_known_in_the_thread_only(found: Read) -> None:
    assert set(found.accounts["account_key"]) == {BUDI, SOREN, TONO}
    assert found.accounts["native_id"].null_count() == len(found.accounts)


def test_an_account_that_is_gone_is_nobody(found: Read) -> None:
    (row,) = found.posts.filter(text="call +1 202 555 0106").to_dicts()
    assert row["account_key"] is None
    assert json.loads(row["extra"])["called"] == "Facebook user"
    assert any("passed over" in notice for notice in found.notices)


def test_messengers_own_rows_are_memberships(found: Read) -> None:
    rows = found.memberships.select("locator", "account_key", "event", "by_key").rows()
    assert rows == [
        ("participants 1", BUDI, None, None),
        ("participants 2", SOREN, None, None),
        ("messages 1", BUDI, None, None),
        ("messages 2", TONO, "left", BUDI),
        ("messages 3", TONO, "left", None),
        ("messages 4, person 1", TONO, "joined", BUDI),
        ("messages 4, person 2", SOREN, "joined", BUDI),
        ("messages 6", BUDI, None, None),
    ]
    assert any("and 2 others" in notice for notice in found.notices)


def test_a_link_is_among_the_words_but_not_what_is_quoted_from_it(found: Read) -> None:
    extra = json.loads(found.posts["extra"][0])
    assert extra["announced"] == "Søren and Sons sent an attachment."
    assert "someone else's words" in extra["share"]


def test_the_exporters_address_is_not_kept(found: Read) -> None:
    assert "192.0.2.7" not in "".join(found.posts["extra"].drop_nulls())


def test_the_invitation_is_told(found: Read) -> None:
    assert any("https://m.me/j/AbbbFictional/" in notice for notice in found.notices)


def test_the_newer_form() -> None:
    found = read(FIXTURES / "thread_new.json")
    assert (found.rows_read, len(found.posts), len(found.memberships)) == (4, 2, 2)
    assert found.posts["text"].to_list() == ["Café at 5", None]
    assert found.posts["image"].to_list() == [None, "./media/1.jpeg"]
    thread = "facebook:group:thread/Sari Contoh_4~budi contoh, sari contoh"
    assert found.posts["group_key"].unique().to_list() == [thread]


@pytest.mark.parametrize(
    ("uri", "platform"),
    [
        ("your_instagram_activity/messages/inbox/budi_1/photos/1.jpg", "instagram"),
        ("your_activity_across_facebook/messages/inbox/budi_1/photos/1.jpg", "facebook"),
    ],
)
def test_attached_files_tell_the_platform(uri: str, platform: str, tmp_path: Path) -> None:
    said = [message(photos=[{"uri": uri}])]
    path = written(tmp_path / "m.json", messages=said, thread_path="inbox/budi_1")
    found = read(path)
    assert found.posts["platform"].to_list() == [platform]
    assert found.notices == []


def test_where_nothing_tells_the_platform_the_user_does(tmp_path: Path) -> None:
    path = written(tmp_path / "m.json", messages=[message(content="x")], thread_path="inbox/budi_1")
    assert "--platform instagram" in read(path).notices[0]
    found = read(path, ReadOptions(platform="Instagram"))
    assert found.posts["account_key"].to_list() == ["instagram:thread/budi_1/Budi Contoh"]


def test_a_thread_moved_to_the_archive_stays_itself(tmp_path: Path) -> None:
    keys = [
        read(
            written(tmp_path / "m.json", messages=[message(content="x")], thread_path=place)
        ).posts["group_key"][0]
        for place in ("inbox/budi_1", "archived_threads/budi_1", "messages/inbox/budi_1/")
    ]
    assert keys == ["facebook:group:thread/budi_1"] * 3


def test_a_thread_without_its_path_has_a_name_of_its_own(tmp_path: Path) -> None:
    said = [message(content="x")]
    named = read(written(tmp_path / "a.json", messages=said, title="Kicau"))
    people = [{"name": "Sari"}, {"name": "Budi Contoh"}]
    met = read(written(tmp_path / "b.json", participants=people, messages=said))
    told = read(written(tmp_path / "c.json", messages=said), ReadOptions(chat="kasus-7"))
    keys = [each.posts["group_key"][0] for each in (named, met, told)]
    assert keys == [
        "facebook:group:thread/name/kicau",
        "facebook:group:thread/name/budi contoh, sari",
        "facebook:group:thread/kasus-7",
    ]


def test_calls_and_what_is_taken_back_are_no_posts(tmp_path: Path) -> None:
    said = [
        message(content="Budi Contoh called you.", call_duration=7),
        message(type="Call", content="The video chat ended."),
        message(is_unsent=True),
        message(content="Liked a message"),
        message(content="Budi Contoh set the nickname for Sari to Ri."),
        message(type="Subscribe", content="You added Sari.", users=[{"name": "Sari"}]),
        message(content="You left the group."),
        message(content="Budi Contoh created the group."),
        message(content="Budi Contoh added Sari as a group admin."),
    ]
    timed = [{**each, "timestamp_ms": 1772352900000 + at} for at, each in enumerate(said)]
    found = read(written(tmp_path / "m.json", messages=timed, thread_path="inbox/k_1"))
    assert found.posts["text"].to_list() == ["You left the group."]
    assert found.memberships.select("account_key", "event", "role").rows()[4:] == [
        ("facebook:thread/k_1/Budi Contoh", None, None),
        ("facebook:thread/k_1/Sari", "joined", None),
        ("facebook:thread/k_1/Budi Contoh", None, "creator"),
        ("facebook:thread/k_1/Sari", None, "admin"),
    ]


@pytest.mark.parametrize("named", [{"title": "Budi"}, {"threadName": "Budi_3"}])
def test_conversations_of_two_exporters_with_people_of_one_name(
    tmp_path: Path, named: dict[str, str]
) -> None:
    accounts = []
    for exporter in ("Ani Contoh", "Sari Contoh"):
        people = [{"name": "Budi"}, {"name": exporter}]
        said = [message(sender_name="Budi", content="x")]
        path = written(tmp_path / "m.json", participants=people, messages=said, **named)
        accounts.append(read(path).posts["account_key"][0])
    assert accounts[0] != accounts[1]
