"""Detection obeys what people decided of ties, hubs, members, candidates and clusters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import polars as pl
import pytest

from graph.detect import Detection, run
from graph.errors import SchemaError
from graph.judged.clusters import status_of
from graph.judged.decisions import JUDGED, Judged
from graph.settings import DetectionSettings
from graph.snapshots import read_snapshot, write_snapshot
from graph.tables import Tables
from graph.workspace import open_workspace
from tests.worlds import calibration, known, own_text, pairs, phone, post

STRANGERS = [f"s{nth:02d}" for nth in range(9)]


def key(account: str) -> str:
    return f"facebook:{account}"


def said(
    kind: str,
    first: str,
    second: str | None,
    verdict: str,
    *,
    at: str = "2026-04-01T10:00:00+00:00",
    why: str | None = "seen in court papers",
    members: Sequence[str] = (),
) -> dict[str, object]:
    return {"kind": kind, "first": first, "second": second, "verdict": verdict, "by": "Ana",
            "at": at, "why": why, "members": [key(each) for each in members]}  # fmt: skip


def of_pair(kind: str, one: str, other: str, verdict: str, **more: str) -> dict[str, object]:
    return said(kind, *sorted((key(one), key(other))), verdict, **more)


def judged(*rows: dict[str, object]) -> Judged:
    return Judged(pl.DataFrame(list(rows), schema=JUDGED))


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """A chain a–b–c–d, a pair x–y of its own, and a courier whom nine strangers name."""
    rows = []
    for one, other, number in (("a", "b", 1), ("b", "c", 2), ("c", "d", 3), ("x", "y", 4)):
        rows += [post(each, f"{own_text(each + str(number))} {phone(number)}")
                 for each in (one, other)]  # fmt: skip
    for nth, each in enumerate(STRANGERS):
        rows.append(post(each, f"{own_text(each)} WA {phone(20 + nth)} kurir {phone(5)}"))
    return known(rows, tmp_path_factory.mktemp("judged"))


def detected(tables: Tables, *rows: dict[str, object]) -> Detection:
    return run(tables, DetectionSettings(), calibration(), judged(*rows))


def clusters(found: Detection) -> set[frozenset[str]]:
    return {
        frozenset(each.removeprefix("facebook:") for each in part["account_key"])
        for _, part in found.members.group_by("cluster_id")
    }


def reasons(found: Detection, one: str, other: str) -> list[str]:
    ends = sorted((key(one), key(other)))
    is_pair = (pl.col("account_a") == ends[0]) & (pl.col("account_b") == ends[1])
    return found.reasons.filter(is_pair)["sentence"].to_list()


def test_without_judgements_the_world_is_as_planted(tables: Tables) -> None:
    found = detected(tables)
    assert clusters(found) == {frozenset("abcd"), frozenset("xy")}
    assert found.clusters["status"].to_list() == ["open", "open"]
    assert found.judgements.is_empty() and found.left_out.is_empty()
    assert found.snapshot == run(tables, DetectionSettings(), calibration()).snapshot


def test_a_rejected_tie_is_none_and_says_why(tables: Tables) -> None:
    before = detected(tables)
    found = detected(tables, of_pair("tie", "c", "b", "reject"))
    assert pairs(found.ties) == pairs(before.ties) - {("b", "c")}
    assert clusters(found) == {frozenset("ab"), frozenset("cd"), frozenset("xy")}
    assert found.snapshot != before.snapshot
    assert reasons(found, "b", "c") == []
    (left,) = found.left_out.to_dicts()
    assert (left["account_a"], left["account_b"]) == (key("b"), key("c"))
    assert left["probability"] > 0.5
    assert left["reasons"][0] == (
        "No tie, whatever the evidence: rejected by Ana on 2026-04-01: seen in court papers."
    )
    assert left["reasons"][1].startswith("Both publish the phone number")


def test_a_confirmed_tie_is_certain_with_evidence_and_without(tables: Tables) -> None:
    found = detected(
        tables,
        of_pair("tie", "a", "b", "confirm"),
        of_pair("tie", "d", "x", "confirm", why=None),
        of_pair("tie", "a", "nobody", "confirm"),
    )
    assert clusters(found) == {frozenset("abcdxy")}
    certain = found.ties.filter(pl.col("probability") == 1.0)
    assert pairs(certain) == {("a", "b"), ("d", "x")}
    assert certain["score"].is_finite().all()
    first, second, *_ = reasons(found, "a", "b")
    assert first.endswith("confirmed by Ana on 2026-04-01: seen in court papers.")
    assert second.startswith("Both publish the phone number")
    assert reasons(found, "d", "x") == [
        "A tie, whatever the evidence: confirmed by Ana on 2026-04-01."
    ]
    sums = found.reasons.group_by("account_a", "account_b").agg(
        told=pl.col("bits").filter("counted").sum()
    )
    told = sums.join(found.ties, on=["account_a", "account_b"])
    assert len(told) == len(found.ties)
    assert ((told["told"] - told["bits"]).abs() < 1e-5).all()


def test_weak_evidence_stays_beside_a_confirmation(tables: Tables) -> None:
    one, other = STRANGERS[:2]
    found = detected(tables, of_pair("tie", one, other, "confirm"))
    assert (one, other) in pairs(found.ties)
    courier = f"Both publish the phone number {phone(5)}; 7 other accounts do too"
    assert any(each.startswith(courier) for each in reasons(found, one, other))


def test_one_person_behind_both_ties_them(tables: Tables) -> None:
    found = detected(tables, of_pair("candidate", "a", "x", "confirm"))
    assert clusters(found) == {frozenset("abcdxy")}
    assert reasons(found, "a", "x") == [
        "One person behind both: confirmed by Ana on 2026-04-01: seen in court papers."
    ]
    rejected = detected(tables, of_pair("candidate", "a", "b", "reject"))
    assert pairs(rejected.ties) == pairs(detected(tables).ties)


def test_what_is_said_of_the_tie_itself_goes_first(tables: Tables) -> None:
    found = detected(
        tables,
        of_pair("tie", "a", "x", "reject"),
        of_pair("candidate", "a", "x", "confirm", at="2026-05-01T00:00:00+00:00"),
    )
    assert ("a", "x") not in pairs(found.ties)


def test_hubs_are_as_a_person_says(tables: Tables) -> None:
    courier, own = f"phone:{phone(5)}", f"phone:{phone(1)}"
    before = detected(tables)
    assert not pairs(before.ties) & {tuple(STRANGERS[:2])}
    found = detected(
        tables, said("hub", courier, None, "reject"), said("hub", own, None, "confirm")
    )
    assert tuple(STRANGERS[:2]) in pairs(found.ties)
    assert ("a", "b") not in pairs(found.ties)
    hubs = {row["detail_key"]: row for row in found.hubs.to_dicts()}
    assert (hubs[courier]["probability"], hubs[own]["probability"]) == (0.0, 1.0)
    assert hubs[courier]["reasons"][:2] == [
        "It is one operation's own: rejected by Ana on 2026-04-01: seen in court papers.",
        "9 accounts publish it.",
    ]
    assert hubs[own]["reasons"][:2] == [
        "It serves strangers and ties nobody: confirmed by Ana on 2026-04-01: seen in court "
        "papers.",
        "2 accounts publish it.",
    ]
    absent = detected(tables, said("hub", "phone:+628119999999", None, "confirm"))
    assert absent.hubs.equals(before.hubs)


def test_a_rejected_member_is_out_with_its_ties(tables: Tables) -> None:
    found = detected(tables, said("member", "C1", key("d"), "reject", members="abcd"))
    assert clusters(found) == {frozenset("abc"), frozenset("xy")}
    (left,) = found.left_out.to_dicts()
    assert left["reasons"][0] == (
        f"{key('d')} is no part of cluster C1, rejected by Ana on 2026-04-01: seen in court papers."
    )


def test_a_rejected_member_does_not_come_back_through_others(tables: Tables) -> None:
    found = detected(tables, said("member", "C1", key("d"), "reject", members="abd"))
    assert clusters(found) == {frozenset("abc"), frozenset("xy")}
    assert pairs(found.left_out) == {("c", "d")}
    with_tie = detected(
        tables,
        said("member", "C1", key("d"), "reject", members="abd"),
        of_pair("tie", "c", "d", "confirm"),
    )
    assert ("c", "d") in pairs(with_tie.ties)
    assert frozenset("abc") in clusters(with_tie)


def test_a_confirmed_member_stays_without_evidence(tables: Tables) -> None:
    word = said("member", "C1", key("x"), "confirm", members="abc")
    found = detected(tables, word)
    assert frozenset("abcdxy") in clusters(found)
    assert reasons(found, "b", "x") == [
        f"{key('x')} belongs to cluster C1, confirmed by Ana on 2026-04-01: seen in court papers."
    ]
    held = detected(tables, word, of_pair("tie", "b", "x", "reject"))
    assert ("b", "x") not in pairs(held.ties)
    assert frozenset("abcdxy") in clusters(held)
    own = detected(tables, said("member", "C1", key("d"), "confirm", members="abc"))
    assert pairs(own.ties) == pairs(detected(tables).ties)


def test_of_two_words_on_one_member_the_later_stands(tables: Tables) -> None:
    out = said("member", "C1", key("d"), "reject", members="abcd")
    back = said("member", "C9", key("d"), "confirm", members="abc", at="2026-04-02T00:00:00+00:00")
    assert frozenset("abcd") in clusters(detected(tables, out, back))
    assert frozenset("abcd") in clusters(detected(tables, back, out))


def test_clusters_are_known_again_by_their_members(tables: Tables) -> None:
    found = detected(
        tables,
        said("cluster", "Cother", None, "confirm", members="abcdz"),
        said("cluster", "Cpart", None, "reject", members="xyzuvw", why=None),
    )
    by_size = found.clusters.select("status", "judged_by", "judged_at", "judged_why").rows()
    assert by_size == [
        ("confirmed", "Ana", "2026-04-01T10:00:00+00:00", "seen in court papers"),
        ("open", None, None, None),
    ]


def test_an_id_alone_is_no_cluster_and_the_latest_word_stands() -> None:
    members = pl.DataFrame({"cluster_id": ["C1", "C1", "C1"], "account_key": ["x:a", "x:b", "x:c"]})
    words = [
        {**said("cluster", "C1", None, "confirm"), "members": ["x:a", "x:q", "x:r"]},
        {**said("cluster", "C7", None, "reject"), "members": ["x:a", "x:b"]},
        {**said("cluster", "C8", None, "confirm", at="2026-03-01T00:00:00+00:00"),
         "members": ["x:a", "x:b", "x:c"]},
    ]  # fmt: skip
    assert status_of(members, judged(words[0]))["status"].to_list() == ["open"]
    assert status_of(members, judged(*words))["status"].to_list() == ["rejected"]


def test_the_order_of_judgements_changes_nothing(tables: Tables) -> None:
    words = [
        of_pair("tie", "b", "c", "reject"),
        of_pair("candidate", "d", "y", "confirm"),
        said("hub", f"phone:{phone(4)}", None, "confirm"),
        said("member", "C1", key("a"), "reject", members="abcd"),
    ]
    one, other = detected(tables, *words), detected(tables, *reversed(words))
    assert one.snapshot == other.snapshot
    for part in ("ties", "reasons", "hubs", "clusters", "members", "left_out", "judgements"):
        assert getattr(one, part).equals(getattr(other, part)), part


def test_a_snapshot_keeps_the_judgements_that_were_in_force(tables: Tables, tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path / "w")
    found = detected(tables, of_pair("tie", "b", "c", "reject"))
    folder = write_snapshot(workspace, found)
    again = read_snapshot(workspace)
    assert again.judgements.equals(found.judgements)
    assert again.left_out.equals(found.left_out)
    for later in ("judgements", "left_out"):
        (folder / f"{later}.parquet").unlink()
    assert read_snapshot(workspace).judgements.is_empty()


def test_a_table_that_lacks_a_column_is_refused() -> None:
    with pytest.raises(SchemaError, match="verdict"):
        Judged(JUDGED.to_frame().drop("verdict"))
