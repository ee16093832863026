from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SourceError
from tests.ingest.readers.reading import read
from tests.ingest.readers.telethon.files import ANA, BUDI, FIXTURES, fixture, pairs, write_json

HIDDEN = "telegram:user5100000010"


def test_profiles_and_errors() -> None:
    found = fixture("results.json")
    assert (found.rows_read, found.rows_described, len(found.rejected)) == (5, 3, 2)
    assert pairs(found.accounts, "account_key", "handle", "name", "contact") == {
        (BUDI, "budi_contoh", "Budi Contoh", "+12025550144"),
        (HIDDEN, None, "Hidden", "+12025550146"),
        (ANA, "ana_contoh", "Ana", None),
    }
    assert found.reasons == [
        "No response, the phone number is not on Telegram or has blocked contact adding.",
        "@kicau_contoh is a channel or supergroup ('Pasar Kicau Contoh'), not a user account. "
        "This tool is for searching user accounts only.",
    ]
    assert found.rejected["locator"].to_list() == ["entry +12025550145", "entry kicau_contoh"]
    assert any("both a profile and an error" in notice for notice in found.notices)


def test_handles_are_all_told() -> None:
    assert pairs(fixture("results.json").aliases, "key", "same_as") == {
        ("telegram:@budi_contoh", BUDI),
        ("telegram:@ana_contoh", ANA),
        ("telegram:@ana_dua", ANA),
    }


def test_the_stated_number_goes_before_the_one_asked_for(tmp_path: Path) -> None:
    profile = {"id": 5, "phone": "12025550150", "user_was_online": "Unknown"}
    found = read(write_json(tmp_path / "a", {"+12025550151": profile}))
    assert found.accounts["contact"].to_list() == ["+12025550150"]


def test_an_entry_that_is_neither_is_refused(tmp_path: Path) -> None:
    profile = {"id": 5, "phone": None, "user_was_online": "Unknown"}
    path = write_json(tmp_path / "a", {"+12025550151": profile, "+12025550152": {}})
    assert read(path).reasons == ["it holds neither a profile nor an error"]


def test_a_file_cut_off_keeps_what_came_before(tmp_path: Path) -> None:
    whole = (FIXTURES / "results.json").read_bytes()
    path = tmp_path / "a"
    path.write_bytes(whole[: whole.index(b"ana_contoh")])
    found = read(path)
    assert (found.rows_described, found.reasons[-1]) == (2, "it ends too early")


@pytest.mark.parametrize("content", ["[]", "7"])
def test_what_is_no_object_is_no_file_of_it(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError):
        read(path, format_name="phone-checker")
