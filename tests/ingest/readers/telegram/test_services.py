"""Memberships, titles and migrations out of service messages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.readers.telegram.exports import GROUP, START, account, chat, message, service
from tests.ingest.readers.telegram.reading import Read, read_export, read_messages

ANA, BO = {"from": "Ana", "from_id": "user1"}, {"from": "Bo", "from_id": "user2"}
BO_ACTS = {"actor": "Bo", "actor_id": "user2"}


def named(name: str) -> str:
    return f"telegram:{GROUP}/{name}"


def changes(found: Read) -> list[tuple[Any, ...]]:
    """Memberships without the columns that hardly differ."""
    assert set(found.memberships["group_key"]) <= {f"telegram:group:{GROUP}"}
    return [
        (row["account_key"], row["event"], row["role"], row["by_key"], row["locator"])
        for row in found.memberships.to_dicts()
    ]


def test_a_groups_beginning(tmp_path: Path) -> None:
    found = read_messages(
        tmp_path,
        service(1, "create_group", title="Kicau", members=["Bo", None, "Cy"]),
        message(2, "hi", **BO),
    )
    assert changes(found) == [
        ("telegram:user1", None, "creator", None, "message 1"),
        ("telegram:user2", "joined", None, "telegram:user1", "message 1"),
        (named("Cy"), "joined", None, "telegram:user1", "message 1"),
    ]
    assert set(found.memberships["seen_at"]) == {datetime.fromtimestamp(START + 1, UTC)}
    assert (found.rows_read, found.rows_accepted, len(found.posts)) == (2, 2, 1)
    called = dict(found.accounts.select("account_key", "name").rows())
    assert called == {"telegram:user1": "Ana", "telegram:user2": "Bo", named("Cy"): "Cy"}


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_name_that_one_account_bears_is_that_account(tmp_path: Path, when: str) -> None:
    rows = [service(5, "invite_members", members=["Bo"]), message(6, "hi", **BO)]
    if when == "before":
        rows = [message(4, "hi", **BO), service(5, "remove_members", members=["Bo"])]
    found = read_messages(tmp_path, *rows)
    event = "joined" if when == "after" else "left"
    assert changes(found) == [("telegram:user2", event, None, "telegram:user1", "message 5")]
    assert named("Bo") not in set(found.accounts["account_key"])


@pytest.mark.parametrize(
    "rows",
    [
        [service(5, "invite_members", members=["Bo"])],
        [
            service(5, "invite_members", members=["Bo"]),
            message(6, "hi", **BO),
            message(7, "hi", **BO | {"from_id": "user3"}),
        ],
        [message(4, "here before", **BO), service(5, "invite_members", members=["Bo"])],
        [service(5, "remove_members", members=["Bo"]), message(6, "here still", **BO)],
        [service(5, "invite_members", members=["Bo"]), message(6, "hi", **BO | {"from": "bo"})],
        [
            service(5, "invite_members", members=["Bo"]),
            message(6, "hi", **{"from": "Bo", "from_id": ...}),
        ],
    ],
    ids=["nobody", "two", "was there", "is still there", "alike only", "without id"],
)
def test_a_name_that_may_be_somebody_elses_stays_a_name(
    tmp_path: Path, rows: list[dict[str, Any]]
) -> None:
    found = read_messages(tmp_path, *rows)
    (row,) = changes(found)
    assert row[0] == named("Bo")
    assert row[3] == "telegram:user1"


def test_who_adds_or_removes_himself(tmp_path: Path) -> None:
    found = read_messages(
        tmp_path,
        service(1, "invite_members", members=["Ana"]),
        message(2, "hi", **ANA),
        service(3, "remove_members", members=["Ana"]),
        service(4, "invite_members", members=["Ana"]),
        message(5, "again", **ANA),
    )
    assert [row[:2] + row[3:4] for row in changes(found)] == [
        ("telegram:user1", "joined", None),
        ("telegram:user1", "left", None),
        ("telegram:user1", "joined", None),
    ]


def test_a_namesake_who_acts_is_not_taken_for_the_other(tmp_path: Path) -> None:
    found = read_messages(
        tmp_path,
        service(1, "remove_members", members=["Ana"]),
        message(2, "hi", **ANA | {"from_id": "user9"}),
    )
    assert changes(found) == [(named("Ana"), "left", None, None, "message 1")]


def test_joining_by_link_and_request(tmp_path: Path) -> None:
    found = read_messages(
        tmp_path,
        message(1, "hi", **BO),
        service(2, "join_group_by_link", inviter="Bo"),
        service(3, "join_group_by_link", inviter="Unknown"),
        service(4, "join_group_by_link", inviter=None, actor=None),
        service(5, "join_group_by_request"),
    )
    assert [row[:2] + row[3:4] for row in changes(found)] == [
        ("telegram:user1", "joined", "telegram:user2"),
        ("telegram:user1", "joined", named("Unknown")),
        ("telegram:user1", "joined", None),
        ("telegram:user1", "joined", None),
    ]


def test_a_channel_is_not_its_own_creator(tmp_path: Path) -> None:
    own = {"actor": "Kicau", "actor_id": f"channel{GROUP}"}
    found = read_messages(
        tmp_path, service(1, "create_channel", title="Kicau", **own), kind="public_channel"
    )
    assert changes(found) == []
    assert found.rows_accepted == 1


def test_other_service_messages_are_understood_and_are_no_posts(tmp_path: Path) -> None:
    rows = [
        service(1, "pin_message", message_id=3),
        service(2, "phone_call", duration_seconds=5),
        service(3, "topic_created", title="Prices"),
        service(4, "edit_group_photo", photo="a.jpg"),
        service(5, "something_new", what=[1]),
        service(6, "send_payment", actor=..., actor_id=..., amount=5),
        service(7, ..., information_text="custom"),
        service(8, ["odd"]),
    ]
    found = read_messages(tmp_path, *rows)
    assert (found.rows_read, found.rows_accepted, len(found.posts)) == (8, 8, 0)
    assert changes(found) == []
    assert found.groups["name"].to_list() == ["Kicau"]


def test_titles_are_dated(tmp_path: Path) -> None:
    found = read_messages(
        tmp_path,
        service(1, "create_group", title="Birds", members=[]),
        message(2, "hi", **BO),
        service(3, "edit_group_title", title="Kicau"),
        message(4, "hi", **BO),
    )
    titles = found.groups.select("name", "seen_at").to_dicts()
    assert [(row["name"], row["seen_at"].timestamp()) for row in titles] == [
        ("Birds", START + 1),
        ("Kicau", START + 3),
    ]


def test_the_name_of_today_holds_from_the_last_message_when_no_title_explains_it(
    tmp_path: Path,
) -> None:
    rows = [service(1, "edit_group_title", title="Birds"), message(2, "a"), message(3, "b")]
    titles = read_messages(tmp_path, *rows).groups
    assert titles["name"].to_list() == ["Birds", "Kicau"]
    assert titles["seen_at"].dt.epoch("s").to_list() == [START + 1, START + 3]


OTHER = 777


@pytest.mark.parametrize(
    ("action", "kind", "more", "alias"),
    [
        ("migrate_to_supergroup", "private_group", {"actor_id": "channel777"}, (GROUP, OTHER)),
        ("migrate_to_supergroup", "private_group", {"channel_id": 777}, (GROUP, OTHER)),
        ("migrate_from_group", "private_supergroup", {"actor_id": "chat777"}, (OTHER, GROUP)),
        ("migrate_from_group", "public_supergroup", {"migrate_from_chat_id": -777}, (OTHER, GROUP)),
        ("migrate_from_group", "private_supergroup", {"actor_id": f"channel{GROUP}"}, None),
        ("migrate_from_group", "private_supergroup", {"actor_id": "user777"}, None),
        ("migrate_from_group", "private_supergroup", {}, None),
    ],
)  # fmt: skip
def test_migrations_are_aliases_only_where_ids_say_so(
    tmp_path: Path, action: str, kind: str, more: dict[str, Any], alias: tuple[int, int] | None
) -> None:
    found = read_messages(tmp_path, service(1, action, title="Kicau", **more), kind=kind)
    expected = [("group", *(f"telegram:group:{number}" for number in alias))] if alias else []
    assert found.aliases.select("kind", "key", "same_as").rows() == expected
    assert found.rows_accepted == 1


def test_groups_of_the_same_title_are_never_joined(tmp_path: Path) -> None:
    old = chat(service(1, "migrate_to_supergroup"), kind="private_group", number=5)
    new = chat(service(1, "migrate_from_group", title="Kicau"))
    assert read_export(tmp_path, account(old, new)).aliases.is_empty()


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        (service(1, "invite_members", members="Bo"), "members"),
        (service(1, "invite_members", members=["Bo", 5]), "members"),
        (service(1, "invite_members", members=["n" * 501]), "members"),
        (service(1, "join_group_by_link", actor=..., actor_id=...), "actor"),
        (service(1, "join_group_by_link", actor=5), "actor"),
        (service(1, "join_group_by_link", actor_id="x"), "actor_id"),
        (service(1, "join_group_by_link", date="soon", date_unixtime=...), "date"),
        (service(1, "join_group_by_link", id="x"), "id"),
    ],
)
def test_what_is_refused(tmp_path: Path, bad: dict[str, Any], field: str) -> None:
    found = read_messages(tmp_path, bad, message(2, "good"))
    assert found.texts == ["good"]
    assert (found.rows_read, found.rejected["field"].to_list()) == (2, [field])
    assert found.accounts["account_key"].to_list() == ["telegram:user102"]
    assert found.memberships.is_empty()


def test_private_chats_have_no_members(tmp_path: Path) -> None:
    rows = [service(1, "invite_members", members=["Ana"]), service(2, "phone_call")]
    found = read_messages(tmp_path, *rows, kind="personal_chat", number=2)
    assert (found.rows_accepted, len(found.memberships)) == (2, 0)
