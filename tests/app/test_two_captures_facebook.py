"""One Facebook group captured by two tools, by its slug and by its number: each post once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.commands.running import Spoor, environment
from tests.graphs import Connection, ask, links, nodes
from tests.ingest.readers.four_cat.exports import facebook, table

BY_ID = Path(__file__).parents[1] / "ingest" / "readers" / "facebook" / "fixtures" / "groups.json"
SLUG = "kicau.fajar.fiktif"
GROUP = "facebook:group:5550001"
POSTED = 1772352930
HOURS_OFF = 7 * 3600
SIGHTINGS = """
MATCH (p:Post)-[:IN]->(:Group {key: $group})
RETURN p.key AS key, count { (p)-[:RECORDED_IN]->() } AS sightings ORDER BY key
"""


@pytest.fixture
def spoor(clean_connection: Connection, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Spoor:
    """An empty workspace on an empty database."""
    for name, value in environment(clean_connection).items():
        monkeypatch.setenv(name, value)
    return Spoor(tmp_path / "workspace")


@pytest.fixture
def by_slug(tmp_path: Path) -> Path:
    """What 4CAT has of the group: authors by the names in addresses, times of another zone."""
    authors = {
        7001: ("budi.contoh.fiktif", "Budi Contoh"),
        7002: ("profile.php?id=100000009", "Tono Contoh"),
        7003: ("", "Anonymous participant 145"),
        7004: ("", "Anonymous participant 145"),
        7009: ("sari.contoh.fiktif", "Sari Contoh"),
    }
    rows = [
        facebook(
            number,
            url=f"https://www.facebook.com/groups/{SLUG}/posts/{number}/",
            group_name=SLUG,
            author=author,
            author_name=name,
            body=f"Jual {number}",
            unix_timestamp=POSTED + HOURS_OFF,
        )
        for number, (author, name) in authors.items()
    ]
    return table(tmp_path, rows)


def sightings(connection: Connection) -> dict[str, int]:
    """How often each post of the group was seen."""
    found = ask(connection, SIGHTINGS, group=GROUP)
    return {row["key"]: row["sightings"] for row in found}


@pytest.mark.parametrize("slug_first", [True, False])
def test_each_post_stands_once_in_one_group(
    spoor: Spoor, clean_connection: Connection, by_slug: Path, *, slug_first: bool
) -> None:
    for file in (by_slug, BY_ID) if slug_first else (BY_ID, by_slug):
        spoor("ingest", file)
    found = sightings(clean_connection)
    seen_twice = {f"post:facebook:{number}" for number in (7001, 7002, 7003, 7004)}
    assert {key for key, times in found.items() if times == 2} == seen_twice
    assert found["post:facebook:7009"] == 1
    assert set(found.values()) == {1, 2}
    assert nodes(clean_connection, "Group", "key") == {(GROUP,)}


def test_authors_are_one_only_where_the_platform_says_so(
    spoor: Spoor, clean_connection: Connection, by_slug: Path
) -> None:
    spoor("ingest", by_slug, BY_ID)
    posted: dict[str, set[str]] = {}
    for account, post, *_ in links(clean_connection, "POSTED"):
        posted.setdefault(post, set()).add(account)
    assert posted["post:facebook:7001"] == {"facebook:100000001"}
    assert posted["post:facebook:7002"] == {
        "facebook:100000009",
        "facebook:5550001/pfbid0Opaque111",
    }
    anonymous = [posted[f"post:facebook:{number}"] for number in (7003, 7004)]
    assert anonymous == [{f"facebook:5550001/anonymous-{number}"} for number in (7003, 7004)]
    assert not [key for (key,) in nodes(clean_connection, "Account", "key") if f"@{SLUG}" in key]
