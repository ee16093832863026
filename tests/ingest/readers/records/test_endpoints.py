"""Ends of relations: numbers whose country nothing tells stay in their file."""

from __future__ import annotations

from ingest.readers.options import ReadOptions
from ingest.readers.records.endpoints import Endpoints


def test_a_number_without_a_country_is_an_account_of_its_file() -> None:
    written = "081200000034"
    (end,) = Endpoints("aa", ReadOptions()).read([written]).values()
    (other,) = Endpoints("bb", ReadOptions()).read([written]).values()
    assert end.key is not None and end.key.startswith("record")
    assert end.key != other.key
    known = Endpoints("aa", ReadOptions(region="ID")).read([written])[written]
    assert known.key == "phone:+6281200000034"
