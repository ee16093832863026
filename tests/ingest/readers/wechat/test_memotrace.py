from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.readers.options import ReadOptions
from ingest.readers.wechat.memotrace import NO_CHAT, OWN
from ingest.readers.wechat.notices import PASSED_OVER
from tests.builders import write_xlsx
from tests.ingest.readers.reading import read
from tests.ingest.readers.spoiled_tables import EDITS, read_or_refuse, spoiled

FIXTURES = Path(__file__).parent / "fixtures"
GROUP = "wechat:group:2000000001@chatroom"
ANI, BUDI = "wechat:wxid_anidemo0000001", "wechat:wxid_budidemo000002"
OURS = "wechat:wxid_owndemo0000009"


@pytest.mark.parametrize(
    "name", ["group.csv", "private.csv", "old_group.csv", "old_private.csv", "old_nine.csv"]
)
def test_every_version_is_recognised(tmp_path: Path, name: str) -> None:
    neutral = tmp_path / "t.csv"
    neutral.write_bytes((FIXTURES / name).read_bytes())
    found = read(neutral)
    assert (found.format, len(found.rejected)) == ("memotrace", 0)


def test_messages_of_a_group() -> None:
    found = read(FIXTURES / "group.csv")
    assert (found.rows_read, len(found.posts), len(found.memberships)) == (15, 9, 4)
    assert (found.rows_described, found.rows_merged) == (2, 0)
    first = found.posts.row(0, named=True)
    assert (first["account_key"], first["group_key"]) == (ANI, GROUP)
    assert first["text"] == "画眉鸟两只，电话 +1 202 555 0151"
    assert first["posted_at"] == datetime(2026, 3, 1, 10, tzinfo=UTC)
    assert first["time_zone_assumed"] is False
    assert first["post_id"] is None
    assert found.notices == [PASSED_OVER]


def test_our_own_side_is_suggested() -> None:
    assert read(FIXTURES / "group.csv").suggested_own == {OURS: OWN}


def test_service_messages() -> None:
    found = read(FIXTURES / "group.csv")
    by_name = "wechat:2000000001@chatroom/"
    assert found.memberships.select("account_key", "event", "by_key").rows() == [
        (f"{by_name}Citra", "joined", f"{by_name}Ani 鸟"),
        (f"{by_name}Dewi", "joined", f"{by_name}Ani 鸟"),
        ("wechat:wxid_citrademo0003", "joined", BUDI),
        (f"{by_name}Dewi", "left", OURS),
    ]
    assert found.memberships["locator"].to_list()[:2] == ["row 5", "row 5, person 2"]
    assert found.groups["name"].to_list() == [None, "Birds & cages"]


def test_what_is_no_text() -> None:
    posts = read(FIXTURES / "group.csv").posts
    assert posts["image"][2] == "0123456789abcdef0123456789abcdef"
    assert posts.select("text", "contact", "location").rows()[3:8] == [
        ("[名片]\nDewi", "wechat: dewi_birds", None),
        ("[分享]\nPrice list\nBirds\nhttps://shop.example/list?a=1&b=2", None, None),
        ("Yes, two pairs", None, None),
        ("[语音]", None, None),
        ("[位置]", None, "Pasar Demo\nJalan Contoh 5"),
    ]
    assert "+1 202 555 0160" in json.loads(posts["extra"][5])["answers"]


def test_a_private_chat_without_names() -> None:
    found = read(FIXTURES / "private.csv")
    assert found.posts.select("account_key", "group_key").rows() == [(ANI, None), (None, None)]
    assert (found.rows_described, len(found.groups)) == (1, 0)


def test_old_versions_wrote_the_servers_id_before_the_names() -> None:
    found = read(FIXTURES / "old_group.csv")
    assert found.posts.select("post_key", "account_key").rows() == [
        ("post:wechat:4611686018427387001", "wechat:name/birds/Ani"),
        ("post:wechat:4611686018427387002", None),
        ("post:wechat:4611686018427387003", "wechat:name/birds/Budi"),
    ]
    assert json.loads(found.posts["extra"][2])["Remark"] == "Bird friends"
    named = read(FIXTURES / "old_group.csv", ReadOptions(chat="2000000001@chatroom"))
    assert named.posts["group_key"].unique().to_list() == [GROUP]
    assert named.groups["name"].to_list() == ["Birds"]


def test_old_private_chats_name_the_other_side_alone() -> None:
    found = read(FIXTURES / "old_private.csv")
    assert found.posts["account_key"].to_list() == [None, None, None]
    names = [json.loads(extra).get("sender_name") for extra in found.posts["extra"]]
    assert names == ["Ani 鸟", None, None]
    assert found.notices == [NO_CHAT]
    named = read(FIXTURES / "old_private.csv", ReadOptions(chat="wxid_anidemo0000001"))
    assert (named.notices, len(named.groups)) == ([], 0)


def test_the_oldest_have_no_names() -> None:
    found = read(FIXTURES / "old_nine.csv")
    assert found.posts["post_id"].to_list() == ["4611686018427387011", "4611686018427387012"]
    assert found.notices == [NO_CHAT]


def test_a_service_message_of_a_chat_that_is_not_named_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    text = (FIXTURES / "group.csv").read_text("utf-8-sig").replace("2000000001@chatroom", "7")
    path.write_text(text, "utf-8")
    found = read(path)
    assert (len(found.posts), len(found.rejected)) == (9, 5)
    assert set(found.reasons) == {"a service message of a chat that the table does not name"}
    named = read(path, ReadOptions(chat="2000000001@chatroom"))
    assert named.posts.drop("extra").equals(read(FIXTURES / "group.csv").posts.drop("extra"))


def test_without_the_count_of_seconds_the_local_time_is_read(tmp_path: Path) -> None:
    with (FIXTURES / "group.csv").open(newline="", encoding="utf-8-sig") as file:
        header, first, *_ = csv.reader(file)
    first[header.index("CreateTime")] = ""
    found = read(
        write_xlsx(tmp_path / "t.xlsx", {"S": [[*header], [*first]]}),
        ReadOptions(time_zone="Asia/Shanghai"),
    )
    assert found.format == "memotrace"
    assert found.posts["posted_at"][0] == datetime(2026, 3, 1, 10, tzinfo=UTC)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=st.sampled_from(["group.csv", "old_group.csv", "private.csv"]),
    edits=EDITS,
    cut=st.integers(0, 400),
)
def test_anything_is_read_or_refused(
    tmp_path: Path, name: str, edits: list[tuple[int, int, str]], cut: int
) -> None:
    read_or_refuse(tmp_path / "t.csv", spoiled(FIXTURES / name, edits, cut), "memotrace")
