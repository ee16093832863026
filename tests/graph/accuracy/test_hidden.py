"""A hidden layer: nothing of it is left, and the others' findings are held against it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from graph.accuracy.hidden import HiddenTest, layers_to_hide, try_hidden
from graph.accuracy.hiding import hide
from graph.errors import UsageError
from graph.tables import Tables
from tests.bench.taking_in import take_in
from tests.planted import Shape, world
from tests.worlds import calibration, known, own_text, phone, post

RINGS, SIZE, STRANGERS = 12, 4, 40


@pytest.fixture(scope="module")
def rings(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Rings that share a number and an address, in posts apart; strangers with their own."""
    rows = []
    for ring in range(RINGS):
        for member in range(SIZE):
            account = f"r{ring}m{member}"
            rows += [
                post(account, f"{own_text(account)} call {phone(ring)}", day=member),
                post(account, f"{own_text(account + 'q')} bird{ring}farm@example.org", day=9),
            ]
    for stranger in range(STRANGERS):
        account = f"s{stranger}"
        rows.append(post(account, f"{own_text(account)} call {phone(1000 + stranger)}"))
    return known(rows, tmp_path_factory.mktemp("rings"))


@pytest.fixture(scope="module")
def found(rings: Tables) -> HiddenTest:
    """The rings without their numbers."""
    return try_hidden(rings, calibration(), "phone")


def test_the_others_recover_what_the_hidden_layer_ties(found: HiddenTest) -> None:
    pairs = RINGS * SIZE * (SIZE - 1) // 2
    assert found.shown_by == RINGS * SIZE + STRANGERS
    assert found.alone == found.ties_without == pairs
    assert found.recovered[:3] == (pairs, pairs, 1.0)
    assert found.recovered.low is not None and found.recovered.low < 1


def test_the_hidden_layer_confirms_what_the_others_tie(found: HiddenTest) -> None:
    assert found.agreeing.share == 1.0
    shown = found.shown_by
    assert found.base.share == pytest.approx(found.alone / (shown * (shown - 1) / 2))
    assert found.precision == 1.0


def test_wrong_ties_of_the_others_show(tmp_path: Path) -> None:
    rows = []
    for ring in range(RINGS):
        for member in range(SIZE):
            account, own = f"r{ring}m{member}", ring * SIZE + member
            number = phone(ring if ring % 2 else 500 + own)
            rows += [
                post(account, f"{own_text(account)} call {number}", day=member),
                post(account, f"{own_text(account + 'q')} bird{ring}farm@example.org", day=9),
            ]
    found = try_hidden(known(rows, tmp_path), calibration(), "phone")
    assert found.agreeing.share == pytest.approx(0.5)
    assert found.alone == found.recovered.hits == RINGS // 2 * SIZE * (SIZE - 1) // 2
    assert found.agreeing.low is not None and found.agreeing.low < 0.5


def test_nothing_of_a_hidden_number_is_left(rings: Tables) -> None:
    account, national = "facebook:r0m0", "0811-000 0000"
    marked = replace(
        rings,
        details=pl.concat(
            [
                rings.details,
                rings.details.head(1).with_columns(
                    kind=pl.lit("upi"),
                    detail_key=pl.lit("upi:08110000000@bank"),
                    value=pl.lit("08110000000@bank"),
                ),
            ]
        ),
        names=pl.DataFrame(
            [
                {"account_key": account, "platform": "facebook", "handle": "kicau08110000000",
                 "name": "+62 811 000 0000", "bio": f"order at {national}, room 5"}
            ],
            schema=rings.names.schema,
        ),
    )  # fmt: skip
    left = hide(marked, "phone")
    assert not left.details["kind"].is_in(["phone", "upi"]).any()
    assert left.details["kind"].is_in(["email"]).sum() == RINGS * SIZE
    row = left.names.row(0, named=True)
    assert row["handle"] == "kicau█" and row["name"] is None
    assert row["bio"] == "order at █, room 5"
    digits = left.posts["text"].str.replace_all(r"\D", "")
    assert not digits.str.contains("11000").any()
    assert left.signatures.equals(rings.signatures)


def test_words_are_hidden_in_any_case(rings: Tables) -> None:
    left = hide(
        replace(
            rings,
            names=pl.DataFrame(
                [{"account_key": "facebook:x", "name": "Bird0Farm@Example.org", "bio": "or so"}],
                schema_overrides=rings.names.schema,
            ).select(
                pl.lit(None, dtype=kind).alias(name) if name not in ("account_key", "name", "bio")
                else pl.col(name) for name, kind in rings.names.schema.items()
            ),
        ),
        "email",
    )  # fmt: skip
    assert left.names["name"].to_list() == [None]
    assert left.names["bio"].to_list() == ["or so"]
    assert not left.posts["text"].str.contains("(?i)bird0farm").any()


def test_texts_and_pictures_can_be_hidden(rings: Tables) -> None:
    assert hide(rings, "text").signatures.is_empty()
    assert hide(rings, "image").images.is_empty()
    assert hide(rings, "text").details.equals(rings.details)


def test_what_cannot_be_hidden_is_named(rings: Tables) -> None:
    with pytest.raises(UsageError, match=r"smoke.*phone"):
        try_hidden(rings, calibration(), "smoke")
    with pytest.raises(UsageError, match="phone"):
        try_hidden(rings, calibration(), "phone", layers=("text_family",))
    assert layers_to_hide(calibration())["phone"] == "contact_detail"


def test_on_a_planted_world(tmp_path: Path) -> None:
    made = world(3, Shape.of(1_000))
    tables, _ = take_in(made, tmp_path)
    found = try_hidden(tables, calibration(), "phone")
    assert found.recovered.trials == found.alone > 0
    assert found.agreeing.share is not None and found.base.share is not None
    assert found.agreeing.share > 50 * found.base.share
    assert found.recovered.share is not None and found.recovered.share > 50 * found.base.share
    assert found == try_hidden(tables, calibration(), "phone")
