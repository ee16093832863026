from __future__ import annotations

from tests.ingest.readers.telethon.files import (
    ANA,
    BASIC,
    BUDI,
    CHANNEL,
    GONE,
    GROUP,
    fixture,
    pairs,
)


def test_a_channel_says_of_itself() -> None:
    found = fixture("channel.json")
    assert (found.rows_read, found.rows_accepted, found.rows_described) == (5, 5, 4)
    own = found.accounts.filter(account_key=f"telegram:channel{CHANNEL}")
    assert pairs(own, "handle", "name", "bio") == {
        (None, None, "Order: +1 202 555 0144 / kicau@shop.example"),
        ("Kicau_Contoh", "Pasar Kicau Contoh", None),
    }
    assert found.notices == ["Counts, settings and pictures of channels and groups are not kept."]


def test_the_group_for_its_comments() -> None:
    (link,) = fixture("channel.json").links.to_dicts()
    assert link["kind"] == "linked chat"
    assert link["from_key"] == f"telegram:channel{CHANNEL}"
    assert link["to_key"] == f"telegram:channel{GROUP}"


def test_participants_of_a_basic_group() -> None:
    found = fixture("basic_group.json")
    assert (found.rows_read, found.rows_accepted, found.reasons) == (7, 6, ["it names no account"])
    assert pairs(found.memberships, "account_key", "role", "event", "by_key") == {
        (ANA, "creator", None, None),
        (BUDI, "admin", None, None),
        (GONE, None, "joined", ANA),
    }
    assert set(found.memberships["group_key"]) == {f"telegram:group:{BASIC}"}
