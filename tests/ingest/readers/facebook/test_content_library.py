from __future__ import annotations

import json

from tests.ingest.readers.facebook.files import FIXTURES
from tests.ingest.readers.reading import read


def test_the_librarys_ids_join_nothing() -> None:
    found = read(FIXTURES / "library.csv")
    assert (found.rows_read, found.rows_accepted, len(found.rejected)) == (3, 2, 1)
    assert found.posts.select("post_key", "account_key", "group_key").rows() == [
        ("post:facebook:mcl-1100001", "facebook:mcl-2200001", None),
        ("post:facebook:mcl-1100002", "facebook:mcl-2200002", "facebook:group:mcl-3300001"),
    ]
    assert len(found.aliases) == 0
    assert found.reasons == ["'1.10E+16' is a number that a spreadsheet cut short"]


def test_what_else_is_said_is_kept() -> None:
    found = read(FIXTURES / "library.csv")
    first, second = map(json.loads, found.posts["extra"])
    assert first["post_owner.username"] == "toko.fiktif"
    assert first["link_attachment.link"] == "https://toko.example/"
    assert first["surface.name"] == "Toko Fiktif"
    assert second["surface.username"] == "kicau.fajar.fiktif"
    assert not found.posts["time_zone_assumed"].any()
