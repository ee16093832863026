"""The fonts are locked by hash, come with setup, and say when they are missing."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import typst

from app.report import fonts
from app.report.fonts import FAMILIES, FontsMissing, fetch, font_folder

FOLDER = Path(fonts.__file__).parent


def locked() -> dict[str, Any]:
    """The packages of the lock file, by name without scope."""
    packages = json.loads((FOLDER / "package-lock.json").read_text())["packages"]
    return {name.rpartition("/")[2]: package for name, package in packages.items() if name}


def test_each_family_is_locked_by_version_and_hash() -> None:
    wanted = json.loads((FOLDER / "package.json").read_text())["dependencies"]
    assert {name.rpartition("/")[2] for name in wanted} == set(FAMILIES.values()) == set(locked())
    for name, version in wanted.items():
        package = locked()[name.rpartition("/")[2]]
        assert package["version"] == version
        assert package["integrity"].startswith("sha512-")


def test_the_lock_file_says_what_not_where_from() -> None:
    assert "://" not in (FOLDER / "package-lock.json").read_text()


def test_every_family_is_there_with_its_weights_and_licence() -> None:
    found = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder()]
    )
    weights = {(font.family, font.weight) for font in found.fonts()}
    assert {family for family, _ in weights} == set(FAMILIES)
    assert {weight for _, weight in weights} == {400, 700}
    assert {("Noto Sans", 700), ("Noto Sans SC", 700), ("Noto Naskh Arabic", 700)} <= weights
    for package in FAMILIES.values():
        assert (font_folder() / package / "LICENSE_FONT").is_file()


def test_missing_fonts_are_told_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "FETCHED", tmp_path / "never")
    with pytest.raises(FontsMissing, match=r"24 of its 24 fonts.*run make setup"):
        font_folder()


def test_a_family_that_is_lost_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in FAMILIES.values():
        (tmp_path / package).mkdir()
        if package != "noto-sans-thai":
            (tmp_path / package / "Font_400Regular.ttf").touch()
    monkeypatch.setattr(fonts, "FETCHED", tmp_path)
    with pytest.raises(FontsMissing, match=r"1 of its 24 fonts.*Noto Sans Thai"):
        font_folder()


def pretend_npm(monkeypatch: pytest.MonkeyPatch, *, code: int = 0, said: str = "") -> None:
    """Let npm make the packages as they come, or fail."""

    def install(arguments: list[str], *, cwd: Path, **_: Any) -> subprocess.CompletedProcess[str]:
        assert arguments[0] == "ci" and "--ignore-scripts" in arguments
        assert {file.name for file in cwd.iterdir()} == {"package.json", "package-lock.json"}
        for package in FAMILIES.values() if code == 0 else ():
            for weight in ("100Thin", "400Regular", "700Bold"):
                folder = cwd / "node_modules" / "@expo-google-fonts" / package / weight
                folder.mkdir(parents=True)
                (folder / f"Font_{weight}.ttf").write_text(weight)
                (folder / "index.js").touch()
            (folder.parent / "LICENSE_FONT").touch()
        return subprocess.CompletedProcess(arguments, code, "", said)

    monkeypatch.setattr(fetch, "npm", install)


def test_what_is_fetched_is_cut_down_to_what_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_npm(monkeypatch)
    target = tmp_path / "fetched"
    target.mkdir()
    (target / "of-an-older-lock-file").touch()
    fetch.fetch_fonts(target)
    assert {path.name for path in target.iterdir()} == set(FAMILIES.values())
    for package in target.iterdir():
        assert {path.name for path in package.iterdir()} == {
            "Font_400Regular.ttf", "Font_700Bold.ttf", "LICENSE_FONT",
        }  # fmt: skip
    assert list(tmp_path.iterdir()) == [target]


def test_fonts_that_cannot_be_fetched_are_one_sentence_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_npm(monkeypatch, code=1, said="npm error code EINTEGRITY\nnpm error sha512-…\n")
    target = tmp_path / "fetched"
    target.mkdir()
    (target / "kept").touch()
    with pytest.raises(FontsMissing, match=r"EINTEGRITY\).*make setup again\.$"):
        fetch.fetch_fonts(target)
    assert [path.name for path in tmp_path.rglob("*")] == ["fetched", "kept"]
