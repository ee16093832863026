"""The demonstration's material: readable, fictional, the same each time, and true to its truth."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import phonenumbers
import polars as pl
import pytest

from app.demo.material import planted_truth, write_demo
from app.demo.phrases import LANGUAGES
from app.demo.world import make_world
from ingest.tables import rejected, tables
from tests.app.demo.conftest import Demo, detected

MADE_UP = re.compile(
    r"\+(1(202|305|415|713|602)55501\d\d|628110000\d{4}|8490000\d{4}|6680000\d{4}"
    r"|34600000\d{3}|861380000\d{4})"
)


def keys_of(demo: Demo, kind: str) -> list[str]:
    details = demo.tables.details.filter(pl.col("kind") == kind)
    return sorted(details["value"].unique())


def cluster_of(demo: Demo) -> dict[str, str]:
    return dict(demo.detection.members.select("account_key", "cluster_id").iter_rows())


def test_the_real_readers_read_it(demo: Demo) -> None:
    assert not demo.report.failed
    assert {source.format for source in demo.report.sources} == {"csv", "tsv", "jsonl", "xlsx"}
    assert len(demo.report.sources) == len(demo.files) == 10
    assert all(path.exists() for path in demo.files)
    assert demo.tables.as_of == "2026-11-15"
    assert 400 <= len(demo.tables.accounts) <= 600
    assert 2_200 <= len(demo.tables.posts) <= 2_800
    assert set(demo.tables.accounts["platform"]) == {"facebook", "telegram", "instagram"}


def test_the_second_week_adds_to_the_first(demo: Demo) -> None:
    first = tables(demo.workspace, "2026-11-08")
    new = set(demo.tables.accounts["account_key"]) - set(first.accounts["account_key"])
    assert 0 < len(demo.tables.posts) - len(first.posts) < len(first.posts)
    joining = {ring.name: len(ring.accounts & new) for ring in demo.truth.rings}
    assert joining["Yunxi"] == 3
    assert joining["Lembah"] == 2
    grown = [len(known.members) for known in (detected(demo.workspace, first), demo.detection)]
    assert grown[0] < grown[1]


def test_some_rows_are_refused_on_purpose(demo: Demo) -> None:
    refused = rejected(demo.workspace)
    assert len(refused) == 6
    assert set(refused["field"]) == {"account_id", "posted_at"}
    assert any("no account" in reason for reason in refused["reason"])
    assert any("cannot be read as a time" in reason for reason in refused["reason"])
    assert sum(source.rows_merged for source in demo.report.sources) == 2


def test_a_post_may_be_seen_by_two(demo: Demo) -> None:
    sightings = sum(source.posts for source in demo.report.sources)
    assert sightings >= len(demo.tables.posts) + 60


def test_every_number_is_made_up_and_valid(demo: Demo) -> None:
    numbers = keys_of(demo, "phone")
    assert len(numbers) > 250
    assert [number for number in numbers if not MADE_UP.fullmatch(number)] == []
    parsed = [phonenumbers.parse(number) for number in numbers]
    assert all(phonenumbers.is_valid_number(number) for number in parsed)


def test_addresses_and_handles_are_made_up(demo: Demo) -> None:
    emails, handles = keys_of(demo, "email"), keys_of(demo, "telegram")
    assert emails and handles
    assert all(re.search(r"@example\.(com|org|net)$", email) for email in emails)
    assert all(handle.startswith("demo_") for handle in handles)
    assert set(demo.tables.details["kind"]) == {"phone", "email", "telegram"}
    for path in demo.files:
        links = re.findall(rb"https?://[^/\s\",]+", path.read_bytes())
        assert all(b"example.com" in link or b"//wa.me" in link or b"//t.me" in link
                   for link in links if path.suffix != ".xlsx")  # fmt: skip


def test_what_is_shown_is_found_and_nothing_else(demo: Demo) -> None:
    shown = {
        (account.key, each.contact.key)
        for account in make_world().accounts
        if account.posts
        for each in account.shows
    }
    found = set(demo.tables.details.select("account_key", "detail_key").iter_rows())
    assert shown <= found
    warners = {account for account, _ in found - shown}
    assert len(warners) == 1
    assert warners <= demo.truth.innocents


def test_many_languages_and_currencies(demo: Demo) -> None:
    world = make_world()
    assert {account.language for account in world.accounts} == set(LANGUAGES)
    assert {post.currency for post in world.posts} == {"IDR", "USD", "VND", "THB", "EUR", "CNY"}


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    first = write_demo(tmp_path / "first")
    make_world.cache_clear()
    second = write_demo(tmp_path / "second")
    assert [path.name for path in first] == [path.name for path in second]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_the_truth_is_about_accounts_that_exist_and_in_no_file(demo: Demo) -> None:
    everybody = set(demo.tables.accounts["account_key"])
    groups = [ring.accounts for ring in (*demo.truth.rings, demo.truth.shop)]
    assert set().union(*groups, demo.truth.innocents) == everybody
    assert all(not (one & other) for one, other in combinations([*groups, demo.truth.innocents], 2))
    assert sorted(len(ring.accounts) for ring in demo.truth.rings) == [3, 4, 5, 7, 8, 12]
    assert len(demo.truth.shop.accounts) == 4
    texts = "".join(demo.tables.posts["text"].drop_nulls())
    assert not [ring.name for ring in demo.truth.rings if ring.name in texts]
    assert planted_truth() == demo.truth


@pytest.mark.parametrize("name", ["courier in Indonesia", "bus courier in Vietnam",
                                  "escrow (rekber) account"])  # fmt: skip
def test_a_hub_serves_strangers_and_a_ring(demo: Demo, name: str) -> None:
    shows = pl.col("detail_key") == demo.truth.hubs[name]
    users = set(demo.tables.details.filter(shows)["account_key"])
    assert 30 <= len(users & demo.truth.innocents) <= 60
    assert any(users & ring.accounts for ring in demo.truth.rings)


def test_detection_finds_every_ring(demo: Demo) -> None:
    clusters = demo.detection.members.group_by("cluster_id").agg("account_key")
    found = [set(accounts) for accounts in clusters["account_key"]]
    for ring in (*demo.truth.rings, demo.truth.shop):
        best = max(len(ring.accounts & one) / len(ring.accounts | one) for one in found)
        assert best >= 0.8, ring.name


def test_detection_finds_every_hub(demo: Demo) -> None:
    likely = demo.detection.hubs.filter(pl.col("probability") > 0.5)
    assert set(demo.truth.hubs.values()) == set(likely["detail_key"])


def test_no_innocent_is_in_a_cluster(demo: Demo) -> None:
    assert demo.truth.innocents & set(cluster_of(demo)) == set()


def test_the_shop_is_first_explained_as_licensed(demo: Demo) -> None:
    cluster = cluster_of(demo)[min(demo.truth.shop.accounts)]
    named = demo.detection.clusters.filter(pl.col("cluster_id") == cluster)
    assert named["alternatives"][0][0] == "licensed business"
    assert "licence" in named["alternatives_for"][0][0]


def test_recycled_numbers_lie_apart(demo: Demo) -> None:
    uses = demo.tables.details.filter(pl.col("detail_key").is_in(list(demo.truth.recycled)))
    owners = uses.group_by("detail_key", "account_key").agg(
        pl.col("seen_at").min().alias("first"), pl.col("seen_at").max().alias("last")
    )
    for _, part in owners.group_by("detail_key"):
        before, after = (
            part.filter(~pl.col("account_key").is_in(list(_warners(demo))))
            .sort("first")
            .iter_rows(named=True)
        )
        assert (after["first"] - before["last"]).days > 120
    assert demo.truth.copied <= demo.truth.innocents


def _warners(demo: Demo) -> set[str]:
    """Who lists other people's numbers."""
    listed = demo.tables.details.group_by("account_key").agg(pl.col("detail_key").n_unique())
    return set(listed.filter(pl.col("detail_key") > 20)["account_key"])
