from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.readers.options import ReadOptions
from ingest.readers.wechat.chatlog import OWN
from tests.ingest.readers.reading import read
from tests.ingest.readers.spoiled_tables import EDITS, read_or_refuse, spoiled

FIXTURE = Path(__file__).parent / "fixtures/chatlog.csv"
SHANGHAI = ReadOptions(time_zone="Asia/Shanghai")
GROUP = "wechat:group:2000000001@chatroom"


def test_messages(tmp_path: Path) -> None:
    neutral = tmp_path / "t.csv"
    neutral.write_bytes(FIXTURE.read_bytes())
    found = read(neutral, SHANGHAI)
    assert found.format == "chatlog"
    assert (found.rows_read, found.rows_accepted, found.rows_merged) == (11, 10, 0)
    assert (len(found.posts), len(found.memberships), found.rows_described) == (6, 2, 2)
    first = found.posts.row(0, named=True)
    assert first["account_key"] == "wechat:wxid_anidemo0000001"
    assert (first["group_key"], first["text"]) == (GROUP, "画眉鸟两只")
    assert first["posted_at"] == datetime(2026, 3, 1, 10, tzinfo=UTC)
    assert found.reasons == ["the row names no chat"]


def test_who_joined_is_known_by_the_id_behind_the_name() -> None:
    found = read(FIXTURE, SHANGHAI)
    assert found.memberships.select("account_key", "event", "by_key").rows() == [
        ("wechat:wxid_citrademo0003", "joined", "wechat:wxid_budidemo000002"),
        ("wechat:wxid_dewidemo00004", "joined", "wechat:wxid_budidemo000002"),
    ]
    assert found.groups["name"].to_list() == ["Birds", "Birds & cages"]


def test_quoted_and_passed_on_words_are_not_the_senders() -> None:
    posts = read(FIXTURE, SHANGHAI).posts
    assert posts["text"][1] == "How much?"
    assert "+1 202 555 0151" in json.loads(posts["extra"][1])["quoted"]
    assert posts["forwarded_from"].to_list()[4] == "Chat of Ani and Eko"


def test_the_exporters_own_server_is_left_out() -> None:
    posts = read(FIXTURE, SHANGHAI).posts
    assert posts["image"][2] == "0123456789abcdef0123456789abcdef,msg/attach/1.dat"
    assert posts["text"][3] == "[文件|list.xlsx](aa11)"
    assert not any("127.0.0.1" in str(row) for row in posts.rows())


def test_our_own_side_is_who_is_not_the_other_side_of_a_private_chat() -> None:
    assert read(FIXTURE, SHANGHAI).suggested_own == {"wechat:wxid_owndemo0000009": OWN}


def test_a_version_with_ids(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    lines = FIXTURE.read_text("utf-8").splitlines()[:2]
    path.write_text(f"MessageID,{lines[0]}\n1772359200001,{lines[1]}\n", "utf-8")
    found = read(path, SHANGHAI)
    assert found.format == "chatlog"
    assert json.loads(found.posts["extra"][0]) == {"MessageID": "1772359200001"}


def test_words_that_only_look_quoted_are_the_senders(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    header = FIXTURE.read_text("utf-8").splitlines()[0]
    path.write_text(f"{header}\n2026-03-01 10:00:00,A,wxid_a1,,wxid_a1,> call me\n", "utf-8")
    assert read(path).posts["text"].to_list() == ["> call me"]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=EDITS, cut=st.integers(0, 400))
def test_anything_is_read_or_refused(
    tmp_path: Path, edits: list[tuple[int, int, str]], cut: int
) -> None:
    read_or_refuse(tmp_path / "t.csv", spoiled(FIXTURE, edits, cut), "chatlog")
