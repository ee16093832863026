"""What may be watched, however it is written; what may be several things is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.workspace import Workspace
from ingest.watches import is_met, watched_value
from tests.ingest.watches.material import NUMBER, first_weeks, take_in


@pytest.mark.parametrize(
    ("kind", "given", "value"),
    [
        ("account", "tg:999", "telegram:user999"),
        ("account", "WA:+1 202-555-0143", "whatsapp:+12025550143"),
        ("account", "telegram:@Night_Heron", "telegram:@night_heron"),
        ("group", "tg:group:-1001234567890", "telegram:group:1234567890"),
        ("group", "telegram:group:@Pasar", "telegram:group:@pasar"),
        ("detail", "+1 202 555 0143", NUMBER),
        ("detail", "wa.me/12025550143", NUMBER),
        ("detail", "phone:+1 (202) 555-0143", NUMBER),
        ("detail", "https://t.me/Night_Heron", "handle:telegram:night_heron"),
        ("detail", "handle:tg:@Night_Heron", "handle:telegram:night_heron"),
        ("detail", "Me@Example.org", "email:me@example.org"),
        ("detail", "t.me/+AbCdEfGhIjK", "invite:t.me/+AbCdEfGhIjK"),
        ("taxon", "Panthera tigris", "taxon:Panthera tigris"),
        ("taxon", "tiger", "taxon:Panthera tigris"),
        ("taxon", "Inventus fictus", "taxon:Inventus fictus"),
        ("term", "  murai   Batu ", "murai Batu"),
        ("term", "🐅", "🐅"),
    ],
)
def test_values_are_written_as_the_archive_does(
    workspace: Workspace, kind: str, given: str, value: str
) -> None:
    assert watched_value(workspace, kind, given) == value


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("account", "phone:+12025550143"), ("account", "telegram:group:9"), ("account", "budi"),
        ("group", "telegram:user9"), ("group", "group:9"),
        ("detail", "(202) 555-0143"), ("detail", "+62812"), ("detail", "@night_heron"),
        ("detail", "+1 202 555 0143, +1 202 555 0144"),
        ("taxon", "no such animal"), ("term", "?!"), ("term", ""), ("term", "a\u202eb"),
        ("term", "word " * 100),
    ],
)  # fmt: skip
def test_what_is_nothing_of_the_kind_is_refused_in_a_sentence(
    workspace: Workspace, kind: str, given: str
) -> None:
    with pytest.raises(UsageError) as raised:
        watched_value(workspace, kind, given)
    assert str(raised.value).endswith(".")


def test_a_number_without_a_country_is_the_one_known_number_that_ends_in_it(
    workspace: Workspace, material: Path
) -> None:
    take_in(workspace, material / "1.csv", first_weeks())
    assert watched_value(workspace, "detail", "(202) 555 0143") == NUMBER
    with pytest.raises(UsageError, match="no known number"):
        watched_value(workspace, "detail", "(202) 555 0199")
    more = first_weeks()[0] | {"post_id": "p99", "text": "call +44 20 2555 0143"}
    other = first_weeks()[0] | {"post_id": "p98", "contact": "+1 302 555 0143"}
    take_in(workspace, material / "2.csv", [more, other])
    with pytest.raises(UsageError, match="say which"):
        watched_value(workspace, "detail", "555 0143")


def test_what_no_source_speaks_of_yet_is_told(workspace: Workspace, material: Path) -> None:
    assert not is_met(workspace, "account", "facebook:a1")
    take_in(workspace, material / "1.csv", first_weeks())
    assert is_met(workspace, "account", "facebook:a1")
    assert is_met(workspace, "group", "facebook:group:g3")
    assert is_met(workspace, "detail", NUMBER)
    assert not is_met(workspace, "account", "facebook:a9")
    assert not is_met(workspace, "group", "facebook:group:g9")
    assert not is_met(workspace, "detail", "phone:+12025550199")
