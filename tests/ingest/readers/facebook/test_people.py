from __future__ import annotations

import pytest

from ingest.readers.facebook.people import author, group

GROUP = {"group_id": "55", "group_handle": None, "group_name": None}
BY_NAME = {"group_id": None, "group_handle": "Kicau.Mania", "group_name": None}
NOWHERE: dict[str, str | None] = {}


def test_a_group_has_its_number_and_the_name_in_its_address() -> None:
    found = group("55", "Kicau", None, "https://www.facebook.com/groups/kicau.mania")
    assert found == {"group_id": "55", "group_handle": "kicau.mania", "group_name": "Kicau"}


def test_the_number_in_an_address_is_no_name() -> None:
    found = group(None, None, "https://www.facebook.com/groups/55/permalink/7/")
    assert found == {"group_id": "55", "group_handle": None, "group_name": None}


def test_an_opaque_id_holds_in_its_group_only() -> None:
    here = author("pfbid0a", "Tono", None, GROUP, "7")
    assert here["account_id"] == "55/pfbid0a"
    assert author("pfbid0a", "Tono", None, BY_NAME, "7")["account_id"] == "@kicau.mania/pfbid0a"
    assert author("pfbid0a", "Tono", None, NOWHERE, "7")["account_id"] == "post-7/pfbid0a"
    assert author("pfbid0a", "Tono", None, NOWHERE, None)["account_id"] is None


def test_an_opaque_id_gives_way_to_what_the_address_says() -> None:
    found = author("pfbid0a", "Tono", "https://facebook.com/tono.contoh?x=1", GROUP, "7")
    assert (found["account_id"], found["account_handle"]) == (None, "tono.contoh")


@pytest.mark.parametrize(
    "name", ["Anonymous participant 145", "Anonymous member", "Peserta anonim 3"]
)
def test_an_anonymous_author_is_nobody_but_that_of_the_post(name: str) -> None:
    found = author("990001", name, "https://www.facebook.com/990001", GROUP, "7")
    assert found == {"account_id": "55/anonymous-7", "called": name}
    assert author(None, name, None, GROUP, None) == {"account_id": None, "called": name}


def test_a_name_that_only_sounds_anonymous_is_one() -> None:
    assert author("1", "Anonymous participant bird club", None, GROUP, "7")["account_id"] == "1"


def test_an_id_that_a_data_frame_made_a_fraction_is_mended_where_it_is_exact() -> None:
    assert author("100000001.0", "Budi", None, GROUP, "7")["account_id"] == "100000001"
    assert group("55.0", None)["group_id"] == "55"


def test_an_id_that_a_spreadsheet_cut_short_stays_to_be_refused() -> None:
    assert author("1.00E+14", "Budi", None, GROUP, "7")["account_id"] == "1.00E+14"
    assert group("5.55E+14", None)["group_id"] == "5.55E+14"
