"""``spoor extract``: one JSON object per line, whatever the lines hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from app.commands.caller import Caller
from app.commands.extract import extract
from graph.errors import SourceError, UsageError

NOBODY = Caller(Path("no-workspace"), "tester")
APP = typer.Typer()
APP.command()(extract)


def run(*arguments: str, given: bytes | None = None) -> list[dict]:
    """Objects printed, one per line."""
    runner = CliRunner()
    result = runner.invoke(APP, arguments, input=given, catch_exceptions=False, obj=NOBODY)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.output.split("\n") if line]


def test_one_object_per_line(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("WA 0812 0000 0034 Rp 500rb\n\nbiasa saja\r\n", encoding="utf-8")
    first, *others = run(str(path), "--region", "id")
    (detail,) = first["contact_details"]
    assert detail == {
        "key": "phone:+6281200000034",
        "kind": "phone",
        "value": "+6281200000034",
        "raw": "0812 0000 0034",
        "start": 3,
        "end": 17,
        "rule": detail["rule"],
        "confidence": detail["confidence"],
        "channel": detail["channel"],
        "holder": None,
    }
    (price,) = first["prices"]
    assert price == {
        "amount": 500000.0,
        "most": None,
        "currency": "IDR",
        "per": None,
        "raw": "Rp 500rb",
        "start": 18,
        "end": 26,
    }
    for nothing in others:
        assert {name: found for name, found in nothing.items() if found} in ({}, {"language": "id"})
        assert nothing.keys() == first.keys()


def test_standard_input_and_platform() -> None:
    (found,) = run("-", "--platform", "IG", given=b"@Kicau_34")
    assert [detail["key"] for detail in found["contact_details"]] == ["handle:instagram:kicau_34"]
    assert run(given=b"") == []


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe 0812",
        b"\x00\x01\x02\x1b[31m",
        b"\xed\xa0\x80",
        b"\xf0\x9f",
        b"\x85 \x0c \x0b",
        b"\r",
    ],
)
def test_any_bytes_give_an_object(line: bytes) -> None:
    before, odd, after = run(given=b"t.me/kicau_a\n" + line + b" t.me/kicau_b\nt.me/kicau_c\n")
    keys = [row["contact_details"][-1]["key"] for row in (before, odd, after)]
    assert keys == [f"handle:telegram:kicau_{name}" for name in "abc"]
    text = (line + b" t.me/kicau_b").decode("utf-8", "replace")
    detail = odd["contact_details"][-1]
    assert text[detail["start"] : detail["end"]] == "t.me/kicau_b"


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_line_of_fifty_megabytes() -> None:
    line = b"murai batu siap kirim " * (50_000_000 // 22) + b"WA 0812 0000 0034"
    long, short = run("--region", "ID", given=line + b"\nt.me/kicau\n")
    assert [(d["key"], d["end"]) for d in long["contact_details"]] == [
        ("phone:+6281200000034", len(line))
    ]
    assert len(short["contact_details"]) == 1


def test_missing_file_and_unknown_region(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="name a text file"):
        run(str(tmp_path / "absent.txt"))
    with pytest.raises(SourceError, match="name a text file"):
        run(str(tmp_path))
    with pytest.raises(UsageError, match="two-letter"):
        run("-", "--region", "Borneo", given=b"")


IVORY = (
    "Vends deux défenses d'éléphant : la première 75 cm, 9,8 kg ; la seconde 72 cm, 8,7 kg. "
    "Prix : 9 500 €. Contact : vendeur@ivoire.example. Visible à Lyon"
)
MACAWS = "Verkaufe zwei Rotrückenara, 1.000 EUR. Standort Hamburg. Anfragen an aras@voliere.example"


def test_sample_advertisements_of_the_trade_in_full() -> None:
    """The advertisements that IFAW's brief shows, their contacts made up and places added."""
    ivory, macaws = run(given=f"{IVORY}\n{MACAWS}\n".encode())
    assert amounts(ivory["prices"], "currency") == [(9_500, "EUR")]
    assert amounts(ivory["lengths"], "unit") == [(75, "cm"), (72, "cm")]
    assert amounts(ivory["weights"], "unit") == [(9.8, "kg"), (8.7, "kg")]
    assert amounts(ivory["quantities"], "unit") == [(2, "piece")]
    assert [detail["value"] for detail in ivory["contact_details"]] == ["vendeur@ivoire.example"]
    assert {taxon["product"] for taxon in ivory["taxa"]} == {"ivory"}
    assert [(taxon["taxon_key"], taxon["appendix"]) for taxon in ivory["taxa"]] == [
        ("taxon:Elephantidae", "I/II")
    ]
    assert [place["place"] for place in ivory["places"]] == ["Lyon"]

    assert amounts(macaws["prices"], "currency") == [(1_000, "EUR")]
    assert amounts(macaws["quantities"], "unit") == [(2, "piece")]
    assert (macaws["weights"], macaws["lengths"]) == ([], [])
    assert [detail["value"] for detail in macaws["contact_details"]] == ["aras@voliere.example"]
    (macaw,) = macaws["taxa"]
    assert macaw["scientific_name"] == "Primolius maracana"
    assert macaw["appendix"] == "I"
    assert macaw["raw"] == "Rotrückenara"
    (place,) = macaws["places"]
    assert place == {
        "place": "Hamburg", "cue": "standort", "raw": "Hamburg",
        "start": MACAWS.index("Hamburg"), "end": MACAWS.index("Hamburg") + 7,
    }  # fmt: skip
    assert (ivory["language"], macaws["language"]) == ("fr", "de")


def amounts(found: list[dict], unit: str) -> list[tuple[float, str]]:
    """What was stated, with the unit or the currency."""
    return [(each["amount"], each[unit]) for each in found]
