from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.readers.reading import read
from tests.ingest.readers.telethon.files import CHANNEL, GROUP, OTHER, fixture, pairs

NAMED = "named in its messages"


def test_collected_chats() -> None:
    found = fixture("collected_chats.csv")
    counts = (found.rows_read, found.rows_accepted, len(found.rejected), found.rows_merged)
    assert counts == (5, 3, 1, 1)
    assert found.reasons == ["'id' is not an id"]
    assert pairs(found.accounts, "account_key", "handle", "name") == {
        (f"telegram:channel{CHANNEL}", "Kicau_Contoh", "Pasar Kicau Contoh")
    }
    assert set(found.groups["group_key"]) == {f"telegram:group:{n}" for n in (CHANNEL, GROUP)}
    assert pairs(found.links, "from_key", "to_key", "kind") == {
        ("telegram:@burung_lain", f"telegram:channel{CHANNEL}", NAMED)
    }
    assert any("could not be read" in notice for notice in found.notices)


def test_counter() -> None:
    found = fixture("counter.csv")
    assert (found.rows_read, found.rows_accepted, found.rows_described) == (5, 5, 2)
    assert pairs(found.links, "from_key", "to_key", "extra", "locator") == {
        (
            "telegram:@burung_lain",
            f"telegram:channel{CHANNEL}",
            '{"counter": "3", "from_messages": "2", "channel_request": "1"}',
            "row 2, source 1",
        ),
        *(
            (
                f"telegram:@{name}",
                f"telegram:channel{OTHER}",
                '{"counter": "1", "from_messages": "1", "channel_request": "0"}',
                f"row 3, source {position}",
            )
            for position, name in ((1, "kicau_contoh"), (2, "kicau_diskusi"))
        ),
    }


@pytest.mark.parametrize(
    "written", ["__import__('os').getcwd()", "[" * 500, "{'a': 1}", "[1, None, 'x y']", "1e"]
)
def test_what_is_no_list_of_channels_does_nothing(tmp_path: Path, written: str) -> None:
    path = tmp_path / "counter.csv"
    head = "id,username,counter,from_messages,channel_request,source"
    path.write_text(f'{head}\n5,kicau_contoh,1,1,0,"{written}"\n', encoding="utf-8")
    found = read(path)
    assert (found.rows_read, found.rows_described, len(found.links)) == (1, 1, 0)
