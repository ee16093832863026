"""Commands that look: every JSON shape of the contract, tables for people, nearest for typos."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from tests.app.commands.conftest import CUSTODY, Looked
from tests.app.small_world import HOSTILE_NAMES

LOOK = (
    ("clusters",),
    ("cluster", "{hostile}"),
    ("cluster", "{shop}"),
    ("account", "{member}"),
    ("search", "siskin"),
    ("search", "evil.example"),
    ("hubs",),
    ("rejected",),
    ("log",),
)
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def filled(looked: Looked, arguments: tuple[str, ...]) -> list[str]:
    """Arguments with the ids that this run has."""
    return [
        part.format(
            hostile=looked.cluster("hostile")["id"] if "{hostile" in part else "",
            shop=looked.cluster("shop")["id"] if "{shop" in part else "",
            member=looked.world.planted["hostile"][4],
        )
        for part in arguments
    ]


def test_clusters(looked: Looked) -> None:
    listed = looked.spoor("clusters", "--json").data
    assert [cluster["size"] for cluster in listed] == [6, 5, 5, 3]
    for cluster in listed:
        assert next(iter(cluster)) == "id"
        assert {"connectedness", "trade_relevance", "size", "platforms", "taxa", "alternatives",
                "members"} <= set(cluster)  # fmt: skip
        assert 0 < cluster["connectedness"] <= 1
        assert 0 <= cluster["trade_relevance"] <= 1
        assert all(isinstance(taxon, str) for taxon in cluster["taxa"])
        assert len(cluster["alternatives"]) == 7
        assert len(cluster["members"]) == cluster["size"]
        for member in cluster["members"]:
            assert {"account_key", "role", "stability"} <= set(member)
            assert 0 <= member["stability"] <= 1
    ring = looked.cluster("ring")
    assert set(ring["taxa"]) & {"Testudinidae", "Lutrinae"}
    assert ring["platforms"] == ["facebook", "telegram"]
    assert [m["account_key"] for m in ring["members"]] == looked.world.planted["ring"]
    assert looked.spoor("clusters", "--json", "--snapshot", looked.snapshot).data == listed


def test_only_alternatives_that_facts_speak_for_are_listed(looked: Looked) -> None:
    lines = looked.spoor("clusters").out.splitlines()
    assert lines[0].split("  ")[0] == "id"
    by_id = {line.split()[0]: line for line in lines[2:]}
    assert len(by_id) == 4
    assert "licensed business: 6 of 6 posts mention" in by_id[looked.cluster("shop")["id"]]
    ring = by_id[looked.cluster("ring")["id"]]
    for name in looked.cluster("ring")["alternatives"]:
        assert name not in ring


def test_cluster(looked: Looked) -> None:
    wanted = looked.cluster("shop")
    found = looked.spoor("cluster", wanted["id"], "--json").data
    assert {name: found[name] for name in ("id", "size", "platforms")} == {
        name: wanted[name] for name in ("id", "size", "platforms")
    }
    names = {member["account_key"]: member["name"] for member in found["members"]}
    assert sorted(names.values()) == [f"Fernhill Pets {it}" for it in ("North", "South", "Web")]
    assert {member["platform"] for member in found["members"]} == {"facebook"}
    assert len(found["ties"]) == 3
    for tie in found["ties"]:
        assert {tie["account_a"], tie["account_b"]} < set(names)
        assert 0 < tie["probability"] <= 1
        for reason in tie["reasons"]:
            assert {"layer", "shared", "bits", "posts", "sentence"} <= set(reason)
    printed = looked.spoor("cluster", wanted["id"]).out
    assert "legality not assessed" in printed
    assert "Fernhill Pets North" in printed
    assert "Both publish the phone number" in printed
    assert "licensed business: 6 of 6 posts" in printed
    assert "family: 3 accounts share one contact detail but no text or picture" in printed
    assert "nothing found that speaks for: breeders' club" in printed
    assert "Roles: none; too little interaction" in printed
    assert "Burt's constraint" in printed
    assert found["legality"] is None
    considered = {each["name"]: each for each in found["considered"]}
    assert list(considered) == found["alternatives"]
    assert considered["licensed business"]["for"][0]["posts"]
    assert considered["rescue"]["against"]
    assert {row["account_key"] for row in found["measures"]} == set(names)
    assert (found["roles"], found["interactions"]) == ([], [])


def test_a_cluster_says_on_what_it_hangs(looked: Looked) -> None:
    chain = looked.spoor("cluster", looked.cluster("chain")["id"]).out
    assert chain.count("If the tie between facebook:") == 4
    assert "would fall into 3 and 2 accounts" in chain
    number = looked.spoor("cluster", looked.cluster("ring")["id"])
    assert "If the tie between" not in number.out
    assert "were wrong or meant nothing (15 ties rest on it)" in number.out
    holds = looked.spoor("cluster", looked.cluster("ring")["id"], "--json").data["holds"]
    (value,) = [each for each in holds if each["kind"] == "evidence"]
    assert value["parts"] == [1] * 6


def test_account(looked: Looked) -> None:
    key = looked.world.planted["ring"][0]
    found = looked.spoor("account", key, "--json").data
    assert {"key", "platform", "handle", "names", "category", "groups", "contact_details", "posts",
            "ties", "cluster"} <= set(found)  # fmt: skip
    assert (found["key"], found["platform"], found["category"]) == (
        key, key.split(":")[0], "uncategorised",
    )  # fmt: skip
    assert found["cluster"] == looked.cluster("ring")["id"]
    assert {tie["account_key"] for tie in found["ties"]} == {*looked.world.planted["ring"][1:]}
    strongest = found["ties"][0]
    assert strongest["score"] == max(tie["score"] for tie in found["ties"])
    for reason in strongest["reasons"]:
        assert {"layer", "shared", "bits", "posts"} <= set(reason)
    assert len(found["posts"]) == found["posts_in_all"] == 2
    assert any(detail["key"].startswith("phone:+1") for detail in found["contact_details"])
    assert [each["name"] for each in found["dated_names"]] == found["names"]
    assert found["groups"][0]["left_at"] is None
    assert found["interactions"] == []
    printed = looked.spoor("account", key).out
    assert f"{found['names'][0]}, first seen 2026-" in printed
    assert ": last seen 2026-" in printed
    assert f"Cluster: {found['cluster']} of 6 accounts" in printed
    assert "published by 6 accounts in all" in printed


def test_search(looked: Looked) -> None:
    hub = looked.world.hub
    for text in (hub, hub.removeprefix("phone:+1"), "Fernhill", "siskin"):
        hits = looked.spoor("search", text, "--json").data
        assert hits
        assert all(list(hit) == ["kind", "key", "label", "why"] for hit in hits)
    hit, *others = looked.spoor("search", hub, "--json").data
    assert (hit["kind"], hit["key"]) == ("contact_detail", hub)
    assert {"account", "post"} <= {other["kind"] for other in others}
    assert "contact detail" in looked.spoor("search", hub).out
    nothing = looked.spoor("search", "zzzyzx")
    assert nothing.out == ""
    assert "Nothing fits" in nothing.err
    assert looked.spoor("search", "zzzyzx", "--json").data == []


def test_hubs(looked: Looked) -> None:
    (hub,) = looked.spoor("hubs", "--json").data
    assert {"key", "probability", "accounts", "reasons"} <= set(hub)
    assert (hub["key"], hub["accounts"]) == (looked.world.hub, 24)
    assert hub["probability"] > 0.9
    assert all(isinstance(reason, str) for reason in hub["reasons"])
    assert looked.world.hub in looked.spoor("hubs").out


def test_rejected(looked: Looked) -> None:
    (row,) = looked.spoor("rejected", "--json").data
    assert {"path", "locator", "field", "reason"} <= set(row)
    assert row["path"].endswith("posts.csv")
    assert row["locator"] == f"row {len(looked.world.rows) + 2}"
    assert (row["field"], row["reason"]) == ("account_id", "no account is named")
    assert "no account is named" in looked.spoor("rejected").out


def test_log_says_who_did_what_on_what_terms(looked: Looked) -> None:
    ingested, detected = looked.spoor("log", "--json").data
    assert (ingested["kind"], ingested["by"]) == ("ingest", "A. Tester")
    assert [ingested[name.removeprefix("--").replace("-", "_")] for name in CUSTODY] == list(
        CUSTODY.values()
    )
    assert (detected["kind"], detected["snapshot"]) == ("detect", looked.snapshot)
    printed = looked.spoor("log")
    for value in ("A. Tester", *CUSTODY.values(), looked.snapshot):
        assert value in printed.out
    assert printed.err == ""


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        (("cluster", "{shop}x"), "{shop}"),
        (("account", "{member}9"), "{member}"),
        (("account", "facebook 10015"), "facebook:10015"),
        (("clusters", "--snapshot", "2026"), "{snapshot}"),
        (("hubs", "--snapshot", "../.."), "{snapshot}"),
        (("export", "{shop}x", "--output", "out"), "{shop}"),
    ],
)
def test_an_unknown_key_names_the_nearest(
    looked: Looked, arguments: tuple[str, ...], nearest: str
) -> None:
    (wanted,) = filled(looked, (nearest.replace("{snapshot}", looked.snapshot),))
    sentence = looked.spoor(*filled(looked, arguments), code=1).sentence()
    assert wanted in sentence


@pytest.mark.parametrize("key", ["\x1b[31m", "a\u202eb", "", "%s {x} [/] \\", "x" * 100_000])
def test_odd_keys_are_not_found_and_steer_nothing(looked: Looked, key: str) -> None:
    for command in ("account", "cluster"):
        done = looked.spoor(command, key, code=1)
        assert not STEERING.search(done.sentence())
    looked.spoor("search", key)


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("arguments", LOOK, ids=" ".join)
def test_nothing_is_wider_than_the_terminal(
    looked: Looked, arguments: tuple[str, ...], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = filled(looked, arguments)
    monkeypatch.setenv("COLUMNS", str(width))
    printed = looked.spoor(*given).out
    assert max(cell_len(line) for line in printed.splitlines()) <= width
    if width >= 80 and arguments == ("clusters",):
        ids = {cluster["id"] for cluster in looked.spoor("clusters", "--json").data}
        assert ids <= set(printed.split())


@pytest.mark.parametrize("arguments", LOOK, ids=" ".join)
def test_what_was_collected_steers_no_terminal(
    looked: Looked, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = filled(looked, arguments)
    for more in ([], ["--json"]):
        done = looked.spoor(*given, *more)
        assert done.err == ""
        assert not STEERING.search(done.out)


def test_json_keeps_names_as_they_were_collected(looked: Looked) -> None:
    found = looked.spoor("cluster", looked.cluster("hostile")["id"], "--json").data
    assert sorted(member["name"] for member in found["members"]) == sorted(HOSTILE_NAMES)
