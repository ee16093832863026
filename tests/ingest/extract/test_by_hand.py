"""Contact details recorded by hand."""

from __future__ import annotations

import polars as pl
import pytest

from ingest.extract import extract_by_hand, parse_contact
from ingest.extract.findings import MENTIONS


@pytest.mark.parametrize(
    ("value", "region", "platform", "expected"),
    [
        ("0812 0000 0034", "ID", None, ["phone:+6281200000034"]),
        ("+6281200000034; t.me/Kicau", None, None,
         ["phone:+6281200000034", "handle:telegram:kicau"]),
        ("WA 0812-0000-0034 (Budi)", "ID", None, ["phone:+6281200000034"]),
        ("81200000034", "ID", None, ["phone:+6281200000034"]),
        ("8100 0034", "SG", None, ["phone:+6581000034"]),
        ("@kicau_34", None, "telegram", ["handle:telegram:kicau_34"]),
        ("@kicau_34", None, "facebook", ["other:@kicau_34"]),
        ("ig: kicau_34 ;; budi@kicau.example;", None, None,
         ["handle:instagram:kicau_34", "email:budi@kicau.example"]),
        ("081200000034", None, None, ["unresolved:081200000034"]),
        ("Toko  BURUNG Jaya", "ID", None, ["other:toko burung jaya"]),
        ("O812 0000 0034", "ID", None, ["phone:+6281200000034"]),
        ("t.me/kicau; T.ME/Kicau", None, None, ["handle:telegram:kicau"]),
        (" ; ", "ID", None, []),
        ("", "ID", None, []),
    ],
)  # fmt: skip
def test_contact_column(
    value: str, region: str | None, platform: str | None, expected: list[str]
) -> None:
    read = parse_contact(value, platform, region)
    assert read.schema == MENTIONS
    assert read["detail_key"].to_list() == expected
    assert read["start"].null_count() == read["end"].null_count() == len(read)
    assert set(read["rule"]) <= {"by hand"}


def test_what_is_not_understood_is_kept_with_low_confidence() -> None:
    read = parse_contact("Toko BURUNG Jaya; t.me/kicau", None, None)
    other, handle = read.select("kind", "value", "raw", "confidence").rows()
    assert other == ("other", "toko burung jaya", "Toko BURUNG Jaya", 0.2)
    assert handle[3] > 0.9


def test_many_rows_keep_their_keys_and_order() -> None:
    rows = pl.DataFrame(
        {
            "key": ["b", "a", "c", "d"],
            "contact": ["t.me/kicau; 0812 0000 0034", None, "t.me/kicau", "t.me/kicau"],
            "platform": [None, None, "telegram", None],
        }
    )
    read = extract_by_hand(rows, "ID")
    assert read.select("key", "detail_key").rows() == [
        ("b", "handle:telegram:kicau"),
        ("b", "phone:+6281200000034"),
        ("c", "handle:telegram:kicau"),
        ("d", "handle:telegram:kicau"),
    ]
