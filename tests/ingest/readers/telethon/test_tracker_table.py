from __future__ import annotations

from datetime import UTC, datetime

from tests.ingest.readers.telethon.files import (
    ANA,
    CHANNEL,
    GROUP,
    extra_of,
    fixture,
    pairs,
    posts_of,
)


def test_numbers_that_pandas_made_fractions() -> None:
    found = fixture("msgs_dataset.csv")
    assert (found.rows_read, found.rows_accepted, found.rows_merged) == (8, 7, 0)
    posts = posts_of(found)
    assert list(posts) == ["7", "6", "5", "4", "28", "29", "32"]
    assert posts["6"]["post_key"] == f"post:telegram:{CHANNEL}/6"
    assert posts["6"]["reply_to"] == f"post:telegram:{CHANNEL}/2"
    assert posts["6"]["posted_at"] == datetime(2021, 5, 1, 12, 6, tzinfo=UTC)
    assert posts["6"]["post_url"] == "https://t.me/Kicau_Contoh/6"


def test_authors() -> None:
    authors = {
        number: post["account_key"]
        for number, post in posts_of(fixture("msgs_dataset.csv")).items()
    }
    channel = f"telegram:channel{CHANNEL}"
    assert authors.pop("28") == ANA
    assert authors.pop("32") is None
    assert set(authors.values()) == {channel}


def test_an_authors_number_cut_short_is_refused_and_a_pseudonym_is_kept() -> None:
    found = fixture("msgs_dataset.csv")
    assert found.reasons == ["'5.1E+09' is a number that a spreadsheet cut short"]
    assert found.rejected["field"].to_list() == ["account_id"]
    assert extra_of(posts_of(found)["32"])["msg_from_id"] == "9f86d081884c7d65"


def test_details_places_and_forwards() -> None:
    posts = posts_of(fixture("msgs_dataset.csv"))
    assert posts["4"]["contact"] == "+12025550144"
    assert extra_of(posts["4"])["contact_userid"] == "5100000003.0"
    assert posts["5"]["location"] == "Pasar Contoh, Jl. Contoh 1"
    assert posts["5"]["forwarded_from"] == "burung_lain"
    assert posts["7"]["forwarded_from"] == "(deleted account)"
    assert posts["29"]["forwarded_from"] is None
    assert posts["28"]["text"] == "Ready kak?\nDM"
    assert "cleaned_message" not in posts["28"]["extra"]


def test_only_a_channels_own_posts_give_its_handle() -> None:
    assert pairs(fixture("msgs_dataset.csv").aliases, "kind", "key", "same_as") == {
        ("account", "telegram:@kicau_contoh", f"telegram:channel{CHANNEL}"),
        ("group", "telegram:group:@kicau_contoh", f"telegram:group:{CHANNEL}"),
        ("group", "telegram:group:@kicau_diskusi", f"telegram:group:{GROUP}"),
    }


def test_the_older_table_repeats_rows_and_leaves_out_ids_and_zones() -> None:
    found = fixture("msgs_dataset_old.csv")
    assert (found.rows_read, found.rows_accepted, found.rows_merged) == (2, 1, 1)
    (post,) = found.posts.to_dicts()
    assert post["post_key"] == f"post:telegram:{CHANNEL}/5"
    assert post["posted_at"] == datetime(2021, 5, 1, 12, 5, tzinfo=UTC)
    assert post["time_zone_assumed"] is False
    assert post["location"] == "-6.2, 106.8"
    assert post["forwarded_from"] == "channel1400000789"
