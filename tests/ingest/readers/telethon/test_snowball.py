from __future__ import annotations

from tests.ingest.readers.telethon.files import CHANNEL, OTHER, fixture, pairs

FROM, TO = f"telegram:channel{OTHER}", f"telegram:channel{CHANNEL}"


def test_a_row_is_a_sighting_of_a_relation() -> None:
    found = fixture("snowball.csv")
    counts = (found.rows_read, len(found.links), len(found.rejected), found.rows_merged)
    assert counts == (6, 5, 1, 0)
    assert found.rows_described == 0
    assert found.links.select("from_key", "to_key", "kind").rows() == [
        (FROM, TO, "forward"),
        (FROM, TO, "forward"),
        (TO, "telegram:channel1400000999", "recommendation"),
        (TO, "url:shop.example/kicau", "outbound link"),
        ("telegram:@burung_lain", TO, "forward"),
    ]
    assert found.links["link_key"].n_unique() == 4
    assert found.links["locator"].to_list() == ["row 2", "row 3", "row 4", "row 5", "row 6"]
    assert found.links["extra"].to_list()[-1] == '{"weight": "2"}'


def test_unknown_is_missing() -> None:
    found = fixture("snowball.csv")
    assert found.reasons == ["it names no channel"]
    told = pairs(found.accounts, "account_key", "handle", "name")
    assert ("telegram:channel1400000999", None, "Tertutup") in told
    assert not {"Unknown", "unknown"} & set(found.accounts["handle"])


def test_channels_are_described_once() -> None:
    found = fixture("snowball.csv")
    assert pairs(found.accounts.filter(account_key=FROM), "handle", "name") == {
        ("burung_lain", "Burung Lain")
    }
    assert pairs(found.aliases, "key", "same_as") == {
        ("telegram:@burung_lain", FROM),
        ("telegram:group:@burung_lain", f"telegram:group:{OTHER}"),
        ("telegram:@kicau_contoh", TO),
        ("telegram:group:@kicau_contoh", f"telegram:group:{CHANNEL}"),
    }
