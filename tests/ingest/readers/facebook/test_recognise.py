from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ingest.readers import READERS, detect_format
from ingest.readers.facebook.scraped_commas import Commas
from ingest.readers.options import ReadOptions
from tests.ingest.readers.facebook.files import FIXTURES, FORMATS


def recognised(path: Path) -> str:
    return detect_format(path, path.name, ReadOptions())


@pytest.mark.parametrize("name", FORMATS)
def test_each_is_recognised_by_its_content(name: str, tmp_path: Path) -> None:
    neutral = tmp_path / "evidence.dat"
    shutil.copy(FIXTURES / name, neutral)
    assert recognised(neutral) == FORMATS[name]


def test_no_file_is_here_that_is_not_read() -> None:
    assert {path.name for path in FIXTURES.iterdir()} == set(FORMATS)
    assert set(FORMATS.values()) == {
        name for name, reader in READERS.items() if "readers.facebook" in reader.read.__module__
    } | {"crowdtangle", "meta-content-library"}


@pytest.mark.parametrize("name", ["groups.json", "comments.json", "scraped.json"])
def test_one_object_on_each_line_is_recognised_too(name: str, tmp_path: Path) -> None:
    whole = b"".join(Commas().mended([(FIXTURES / name).read_bytes()]))
    lines = tmp_path / "evidence.dat"
    lines.write_text("\n".join(json.dumps(each) for each in json.loads(whole)))
    assert recognised(lines) == FORMATS[name]


def test_a_group_that_gave_nothing_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "evidence.dat"
    path.write_text('[{"inputUrl": "https://www.facebook.com/groups/kosong", "error": "no_items"}]')
    assert recognised(path) == "apify-facebook-groups"


def test_a_plain_table_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "evidence.dat"
    path.write_text("platform,account_id,post_id,post_url,text\nfacebook,1,2,,x\n")
    assert recognised(path) == "csv"


def test_one_object_over_several_lines_is_none_of_these(tmp_path: Path) -> None:
    path = tmp_path / "evidence.dat"
    path.write_text(json.dumps({"facebookUrl": "x", "legacyId": "1"}, indent=2))
    assert not recognised(path).startswith("apify")
