"""The demonstration's material: readable, fictional, the same each time, and true to its truth."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import phonenumbers
import polars as pl
import pytest

from app.demo.calendar import EXPORTED_AT, WEEKS
from app.demo.material import write_demo
from app.demo.phrases import LANGUAGES
from app.demo.taking_in import chats_of
from app.demo.telegram_account import NOTE_TO_SELF, PRIVATE_WORDS
from app.demo.truth import read_key
from app.demo.world import make_world
from ingest.archive import Archive
from ingest.report import SourceReport
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


def sources_of(demo: Demo) -> list[SourceReport]:
    return [source for each in demo.taken for source in each.report.sources]


def planted(demo: Demo) -> set[str]:
    """Keys of everybody but our own side."""
    truth = demo.truth
    connected = (*truth.rings, truth.shop, truth.scam)
    return set().union(*(each.accounts for each in connected), truth.innocents)


def test_the_real_readers_read_it(demo: Demo) -> None:
    assert not any(each.report.failed for each in demo.taken)
    read = [source.format for source in sources_of(demo)]
    assert read[:6] == ["telegram", "telegram", "whatsapp", "csv", "csv", "xlsx"]
    assert len(read) == len(demo.files) == 11
    assert all(file.path.exists() for file in demo.files)
    assert demo.tables.as_of == "2026-11-15"
    assert 550 <= len(demo.tables.accounts) <= 700
    assert 2_600 <= len(demo.tables.posts) <= 3_400
    assert set(demo.tables.accounts["platform"]) == {
        "facebook", "telegram", "instagram", "whatsapp"
    }  # fmt: skip


def test_rows_read_are_accepted_rejected_or_merged(demo: Demo) -> None:
    for source in sources_of(demo):
        parts = (source.rows_accepted, source.rows_rejected, source.rows_merged)
        assert source.rows_read == sum(parts), source.path


def test_the_second_week_adds_to_the_first(demo: Demo) -> None:
    first = tables(demo.workspace, "2026-11-08")
    new = set(demo.tables.accounts["account_key"]) - set(first.accounts["account_key"])
    assert 0 < len(demo.tables.posts) - len(first.posts) < len(first.posts)
    joining = {ring.name: len(ring.accounts & new) for ring in demo.truth.rings}
    assert joining["Yunxi"] == 3
    assert joining["Lembah"] >= 2
    grown = [len(known.members) for known in (detected(demo.workspace, first), demo.detection)]
    assert grown[0] < grown[1]


def test_a_later_export_of_a_chat_repeats_no_post(demo: Demo) -> None:
    first, second = (source for source in sources_of(demo) if source.format == "whatsapp")
    posts = demo.tables.posts.filter(pl.col("platform") == "whatsapp")
    assert first.posts < second.posts
    assert second.posts - 20 < len(posts) < second.posts
    assert posts["group_key"].n_unique() == 1


def test_some_rows_are_refused_on_purpose(demo: Demo) -> None:
    refused = rejected(demo.workspace)
    assert len(refused) == 6
    assert set(refused["field"]) == {"account_id", "posted_at"}
    assert any("no account" in reason for reason in refused["reason"])
    assert any("cannot be read as a time" in reason for reason in refused["reason"])
    assert sum(source.rows_merged for source in sources_of(demo)) == 2


def test_a_post_may_be_seen_by_two(demo: Demo) -> None:
    sheets = {source.sha256 for source in sources_of(demo) if source.format == "xlsx"}
    noted = demo.tables.coverage.filter(pl.col("source").is_in(sheets))["posts"].sum()
    everywhere = demo.tables.coverage["posts"].sum()
    assert len(demo.tables.posts) <= everywhere - 60
    assert noted > 200


def test_old_and_new_ids_name_the_same_accounts(demo: Demo) -> None:
    """The first account's export is of an old program; who is in both weeks has one key."""
    telegram = demo.tables.posts.filter(pl.col("platform") == "telegram")
    weeks = telegram.group_by("account_key").agg(
        before=(pl.col("posted_at") < EXPORTED_AT[WEEKS[0]]).any(),
        after=(pl.col("posted_at") > EXPORTED_AT[WEEKS[0]]).any(),
    )
    assert len(weeks.filter("before", "after")) > 40
    assert telegram["account_key"].str.contains(r"^telegram:user42\d{8}$").all()


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
    assert set(demo.tables.details["kind"]) == {"phone", "email", "telegram", "permit"}
    assert keys_of(demo, "permit") == ["00DEMO4411"]
    for file in demo.files:
        if file.path.suffix in {".csv", ".json"}:
            links = re.findall(rb"https?://[^/\s\",]+", file.path.read_bytes())
            assert all(b"example.com" in link or b"//wa.me" in link or b"//t.me" in link
                       for link in links)  # fmt: skip


def test_what_is_shown_is_found_and_nothing_else(demo: Demo) -> None:
    chats = chats_of(Archive(demo.workspace))
    shown = {
        (account.key, each.contact.key)
        for account in make_world().accounts
        if account.posts
        for each in account.shows
    }
    names = {name: key.split(":group:")[1] for name, key in chats.items()}
    shown = {(read_key(account, names), detail) for account, detail in shown}
    found = set(demo.tables.details.select("account_key", "detail_key").drop_nulls().iter_rows())
    assert shown <= found
    further = {
        (account, detail)
        for account, detail in found - shown
        if not (account.startswith("whatsapp:+") or detail.startswith("permit:"))
    }
    warners = {account for account, _ in further}
    assert len(warners) == 1
    assert warners <= demo.truth.innocents


def test_who_is_known_by_number_is_registered_with_it(demo: Demo) -> None:
    numbers = {
        account: detail
        for account, detail in demo.tables.details.select("account_key", "detail_key").iter_rows()
        if account == detail.replace("phone:", "whatsapp:")
    }
    assert len(numbers) > 10
    star = demo.truth.rings[0].accounts
    assert any(account in star for account in numbers)


def test_a_changed_number_is_one_account(demo: Demo) -> None:
    moved = next(each for each in make_world().accounts if each.whatsapp and each.whatsapp.moved_to)
    assert moved.whatsapp is not None
    everybody = set(demo.tables.accounts["account_key"])
    assert f"whatsapp:{moved.whatsapp.number.value}" not in everybody
    assert moved.key in everybody
    assert cluster_of(demo)[moved.key] == cluster_of(demo)[min(demo.truth.rings[0].accounts)]


def test_many_languages_and_currencies(demo: Demo) -> None:
    world = make_world()
    assert {account.language for account in world.accounts} == set(LANGUAGES)
    currencies = {post.currency for post in world.posts} - {None}
    assert currencies == {"IDR", "USD", "VND", "THB", "EUR", "CNY"}


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    first = write_demo(tmp_path / "first")
    make_world.cache_clear()
    second = write_demo(tmp_path / "second")
    assert [file.path.name for file in first] == [file.path.name for file in second]
    assert [file.path.read_bytes() for file in first] == [file.path.read_bytes() for file in second]


def test_the_truth_is_about_accounts_that_exist_and_in_no_file(demo: Demo) -> None:
    everybody, truth = set(demo.tables.accounts["account_key"]), demo.truth
    brought = {key for key in everybody if key.startswith("telegram:") and "/" in key}
    assert planted(demo) == everybody - brought
    assert len(brought) < 10
    groups = [each.accounts for each in (*truth.rings, truth.shop, truth.scam)]
    assert all(not (one & other) for one, other in combinations([*groups, truth.innocents], 2))
    assert sorted(len(ring.accounts) for ring in truth.rings) == [3, 4, 5, 7, 8, 12]
    assert len(truth.shop.accounts) == len(truth.scam.accounts) == 4
    assert all(who and who <= truth.innocents for who in truth.apart.values())
    texts = "".join(demo.tables.posts["text"].drop_nulls())
    assert not [ring.name for ring in truth.rings if ring.name in texts]


def test_our_own_side_is_in_nothing(demo: Demo) -> None:
    """Its keys, its name and its number were in the files, and are in no table."""
    collector = make_world().collector
    brought = "telegram:4290000900/Rara Dewata"
    assert set(demo.own) == {*demo.truth.own, brought}
    known = demo.tables
    everything = [known.posts, known.memberships, known.accounts, known.groups, known.details]
    found = [demo.detection.ties, demo.detection.members, demo.detection.hubs]
    said = "\n".join(table.write_csv() for table in everything)
    said += "\n".join(table.select(pl.exclude(pl.List)).write_csv() for table in found)
    number = collector.number.value.lstrip("+")
    for sign in (*demo.own, collector.telegram.native_id, collector.telegram.name, number):
        assert sign not in said


def test_what_is_private_is_not_read(demo: Demo) -> None:
    texts = "\n".join(demo.tables.posts["text"].drop_nulls())
    assert not [words for words in (*PRIVATE_WORDS, NOTE_TO_SELF) if words in texts]
    names = set(demo.tables.accounts["name"])
    assert not [one.name for one, _ in make_world().collector.acquaintances if one.name in names]


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
    for ring in (*demo.truth.rings, demo.truth.shop, demo.truth.scam):
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


def _warners(demo: Demo) -> set[str]:
    """Who lists other people's numbers."""
    listed = demo.tables.details.group_by("account_key").agg(pl.col("detail_key").n_unique())
    return set(listed.filter(pl.col("detail_key") > 20)["account_key"])
