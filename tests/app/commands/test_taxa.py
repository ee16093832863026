"""``spoor taxa``: lists, what a name means, lists taken in and removed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.app.commands.running import Spoor

NATIONAL = "Nama ilmiah,Nama lokal,Status\nExemplum rubrum,contoh merah,dilindungi\nnot a name,,\n"


@pytest.fixture
def national(material: Path) -> Path:
    """A national list with one row that is refused."""
    path = material / "p.csv"
    path.write_text(NATIONAL, encoding="utf-8")
    return path


def entries(spoor: Spoor) -> list[dict]:
    """What the journal says of lists."""
    lines = (spoor.workspace / "journal" / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    return [entry for entry in map(json.loads, lines) if entry["kind"] == "taxa"]


def test_what_is_shipped_is_listed_without_a_workspace(offline: Spoor) -> None:
    found = offline("taxa", "--json").data
    (shipped,) = found["lists"]
    assert shipped["list"] == "shipped"
    assert shipped["taxa"] >= 250
    assert "CoP20 (2025) is not applied" in found["note"]
    assert "CoP20 (2025) is not applied" in offline("taxa").out
    assert not offline.workspace.exists()


def test_what_a_name_means(offline: Spoor) -> None:
    macaw = offline("taxa", "show", "Rotrückenara", "--json").data
    assert macaw["taxon"]["key"] == "taxon:Primolius maracana"
    assert [each["status"] for each in macaw["listings"]] == ["I"]
    assert macaw["taxon"]["english"] == "blue-winged macaw"
    ivory = offline("taxa", "show", "gading", "--json").data
    assert (ivory["taxon"]["scientific_name"], ivory["product"]) == ("Elephantidae", "ivory")
    said = offline("taxa", "show", "tiger").out
    assert "Panthera tigris (species)" in said
    assert "ambiguous name" in said
    assert "means no taxon" in offline("taxa", "show", "tiger beer").out
    assert offline("taxa", "show", "tiger beer", "--json").data["taxon"] is None
    assert "otherwise too" in offline("taxa", "show", "P. tigris").out
    before = offline("taxa", "show", "CAG", "--on", "2016-01-01", "--json").data
    assert [each["status"] for each in before["listings"]] == ["II"]


def test_an_unknown_name_is_told_the_nearest(offline: Spoor) -> None:
    said = offline("taxa", "show", "Rotrückenarra", code=1).sentence()
    assert "(nearest: Rotrückenara" in said
    offline("taxa", "show", "\x1b[31m", code=1).sentence()
    assert "--on soon" in offline("taxa", "show", "tiger", "--on", "soon", code=2).sentence(2)


def test_a_list_is_taken_in_used_and_removed(offline: Spoor, national: Path) -> None:
    options = ("--list", "P106", "--jurisdiction", "id", "--valid-from", "2019-01-01")
    taken = offline("taxa", "import", national, *options, "--json").data
    assert (taken["list"], taken["jurisdiction"], taken["taxa"]) == ("p106", "ID", 1)
    assert (taken["rows_read"], taken["rows_refused"]) == (2, 1)
    assert taken["refused"] == [{"place": "row 3", "reason": "this is not a scientific name"}]
    assert [each["list"] for each in offline("taxa", "--json").data["lists"]] == ["shipped", "p106"]
    shown = offline("taxa", "show", "contoh merah", "--json").data
    (listing,) = shown["listings"]
    assert (listing["status"], listing["valid_from"]) == ("dilindungi", "2019-01-01")
    assert offline("taxa", "remove", "p106", "--json").data == {"removed": "p106", "taxa": 1}
    offline("taxa", "show", "contoh merah", code=1)
    actions = [(entry["action"], entry["list"], entry["by"]) for entry in entries(offline)]
    assert actions == [("import", "p106", "A. Tester"), ("remove", "p106", "A. Tester")]
    assert len(entries(offline)[0]["sha256"]) == 64


def test_what_was_refused_is_said_for_a_person(offline: Spoor, national: Path) -> None:
    done = offline("taxa", "import", national, "--list", "x", "--jurisdiction", "ID")
    assert "x: 1 taxon of 2 rows." in done.out
    assert "row 3: this is not a scientific name" in done.err


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--list", "p106"], "--jurisdiction"),
        (["--list", "a b", "--jurisdiction", "ID"], "cannot name a list"),
        (["--list", "x", "--jurisdiction", "Java"], "Java"),
        (["--list", "x", "--jurisdiction", "ID", "--column", "status"], "FIELD=COLUMN"),
        (["--list", "x", "--jurisdiction", "ID", "--column", "status=Z"], "no such column"),
        (["--list", "x", "--jurisdiction", "ID", "--valid-from", "now"], "--valid-from now"),
        (["--list", "x", "--jurisdiction", "ID", "--encoding", "klingon"], "klingon"),
        (
            ["--list", "cites", "--valid-from", "2026-02-01", "--valid-to", "2026-01-01"],
            "before --valid-from",
        ),
    ],
)
def test_a_wrong_call_is_a_usage_error_and_takes_nothing_in(
    offline: Spoor, national: Path, options: list[str], names: str
) -> None:
    assert names in offline("taxa", "import", national, *options, code=2).sentence(2)
    assert not offline.workspace.exists()


def test_a_file_that_cannot_be_read_leaves_the_list_as_it_was(
    offline: Spoor, national: Path, material: Path
) -> None:
    options = ("--list", "x", "--jurisdiction", "ID")
    offline("taxa", "import", national, *options)
    torn = material / "torn.csv"
    torn.write_bytes(b"Nama ilmiah,Status\nExemplum viride,\xff\n")
    offline("taxa", "import", torn, *options, code=1).sentence()
    offline("taxa", "import", material / "absent.csv", *options, code=1).sentence()
    assert offline("taxa", "show", "Exemplum rubrum", "--json").data["taxon"]
    assert "there is x" in offline("taxa", "remove", "nix", code=1).sentence()
