"""What a person judges is obeyed by the next detection, and comes back when it is withdrawn."""

from __future__ import annotations

from typing import Any

import pytest

from graph.workspace import open_workspace
from ingest.journal import Journal
from tests.app.commands.conftest import Looked
from tests.app.commands.running import finish

WHY = ("--why", "court papers")


def detected(looked: Looked, *more: str) -> str:
    """Name of the snapshot of a detection made now."""
    return str(looked.spoor("detect", "--json", *more).data["snapshot"])


def cluster_of(looked: Looked, account: str) -> dict[str, Any] | None:
    """The cluster of the latest detection that holds an account."""
    for cluster in looked.spoor("clusters", "--json").data:
        if account in {member["account_key"] for member in cluster["members"]}:
            return dict(cluster)
    return None


def together(looked: Looked, one: str, other: str) -> bool:
    """Whether two accounts are in one cluster of the latest detection."""
    found = cluster_of(looked, one)
    return found is not None and other in {each["account_key"] for each in found["members"]}


def ties(looked: Looked, account: str) -> dict[str, dict[str, Any]]:
    """Ties of an account in the graph, by the other end."""
    found = looked.spoor("account", account, "--json").data["ties"]
    return {each["account_key"]: each for each in found}


def last_noted(looked: Looked) -> dict[str, Any]:
    workspace = open_workspace(looked.spoor.workspace, create=False)
    return dict(Journal(workspace).entries("judge")[-1])


def test_a_rejected_tie_is_gone_until_it_is_withdrawn(looked: Looked) -> None:
    one, other = looked.world.planted["chain"][1:3]
    assert other in ties(looked, one)
    done = looked.spoor("judge", "tie", other, one, "reject", *WHY)
    assert done.out == f"Tie of {other} and {one}: rejected.\n"
    assert other in ties(looked, one), "only the next detection obeys"
    entry = last_noted(looked)
    assert (entry["by"], entry["about"], entry["keys"]) == ("A. Tester", "tie", [one, other])
    assert entry["at"][:2] == "20" and entry["why"] == "court papers"
    said = looked.spoor("log").out
    assert f"{one}, {other}; court papers; tie; reject" in said

    without = detected(looked)
    assert without != looked.snapshot
    assert other not in ties(looked, one)
    assert not together(looked, one, other)
    found = cluster_of(looked, other)
    assert found is not None
    shown = looked.spoor("cluster", str(found["id"]), "--json").data["left_out"]
    assert [(each["account_a"], each["account_b"]) for each in shown] == [(one, other)]
    assert shown[0]["reasons"][0].startswith("No tie, whatever the evidence: rejected by A. Tester")
    said = looked.spoor("cluster", str(found["id"])).out
    assert "No ties by a person's judgement:" in said and "court papers." in said

    earlier = detected(looked, "--as-of", "2026-04-01")
    assert earlier.startswith("2026-04-01")
    assert not together(looked, one, other), "a later judgement holds for an earlier day"

    looked.spoor("judge", "tie", one, other, "withdraw")
    assert detected(looked) == looked.snapshot
    assert together(looked, one, other)
    assert other in ties(looked, one)


def test_confirmed_ties_candidates_and_members_hold_together(looked: Looked) -> None:
    ring, chain, shop = (looked.world.planted[name][0] for name in ("ring", "chain", "shop"))
    stranger = looked.world.planted["hostile"][0]
    cluster = str(looked.cluster("shop")["id"])
    looked.spoor("judge", "candidate", ring, chain, "confirm", *WHY)
    looked.spoor("judge", "member", cluster, stranger, "confirm")
    detected(looked)
    assert together(looked, ring, chain)
    tie = ties(looked, ring)[chain]
    assert tie["probability"] == 1.0
    assert tie["reasons"][0]["sentence"].startswith(
        "One person behind both: confirmed by A. Tester on 20"
    )
    assert together(looked, shop, stranger)
    looked.spoor("judge", "candidate", chain, ring, "withdraw")
    looked.spoor("judge", "member", cluster, stranger, "withdraw")
    assert detected(looked) == looked.snapshot


def test_a_rejected_member_is_out(looked: Looked) -> None:
    *others, out = looked.world.planted["ring"]
    ring = str(looked.cluster("ring")["id"])
    done = looked.spoor("judge", "member", ring, out, "reject", *WHY)
    assert done.out == f"{out} in cluster {ring}: rejected.\n"
    assert last_noted(looked)["members"] == looked.world.planted["ring"]
    detected(looked)
    assert cluster_of(looked, out) is None
    assert all(together(looked, others[0], each) for each in others[1:])
    looked.spoor("judge", "member", ring, out, "withdraw")
    assert detected(looked) == looked.snapshot


def test_hubs_are_obeyed(looked: Looked) -> None:
    courier = looked.world.hub
    own = looked.spoor("account", looked.world.planted["shop"][0], "--json").data
    number = own["contact_details"][0]["key"]
    looked.spoor("judge", "hub", number, "confirm", *WHY)
    detected(looked)
    assert cluster_of(looked, looked.world.planted["shop"][0]) is None
    hubs = {each["key"]: each for each in looked.spoor("hubs", "--json").data}
    assert hubs[number]["probability"] == 1.0
    assert hubs[number]["reasons"][0].startswith("It serves strangers and ties nobody: confirmed")
    looked.spoor("judge", "hub", number, "withdraw")
    looked.spoor("judge", "hub", courier, "reject")
    detected(looked)
    sizes = [each["size"] for each in looked.spoor("clusters", "--json").data]
    assert max(sizes) == 24
    looked.spoor("judge", "hub", courier, "withdraw")
    assert detected(looked) == looked.snapshot


def test_a_cluster_keeps_its_status_while_it_is_the_same(looked: Looked) -> None:
    chain = looked.world.planted["chain"]
    name = str(looked.cluster("chain")["id"])
    assert looked.cluster("chain")["status"] == "open"
    looked.spoor("judge", "cluster", name, "reject", "--why", "a breeders' club")
    found = looked.cluster("chain")
    assert (found["status"], found["judged_by"], found["judged_why"]) == (
        "rejected", "A. Tester", "a breeders' club",
    )  # fmt: skip
    assert "rejected by A. Tester" in looked.spoor("clusters").out
    assert "Rejected by A. Tester on 20" in looked.spoor("cluster", name).out
    looked.spoor("judge", "tie", chain[0], chain[1], "reject")
    detected(looked)
    rest = cluster_of(looked, chain[2])
    assert rest is not None and rest["size"] == 4
    assert rest["status"] == "rejected", "most of its members are those that were judged"
    looked.spoor("judge", "cluster", str(rest["id"]), "withdraw")
    rest = cluster_of(looked, chain[2])
    assert rest is not None and rest["status"] == "open"
    looked.spoor("judge", "tie", chain[0], chain[1], "withdraw")
    assert detected(looked) == looked.snapshot


@pytest.mark.parametrize(
    ("kind", "ids", "says"),
    [
        ("tie", ("{one}", "{two}0"), "{two}0 is no account known here; nearest: "),
        ("candidate", ("{one}x", "{two}"), "{one}x is no account known here; nearest: "),
        ("successor", ("{one}", "{two}x"), "{two}x is no account known here; nearest: "),
        ("hub", ("{hub}9",), "{hub}9 is no contact detail known here; nearest: {hub}, "),
        ("member", ("{cluster}", "{one}x"), "{one}x is not in cluster {cluster}; nearest of its"),
        ("member", ("nothing-such", "{one}"), "nothing-such is not in snapshot"),
    ],
)
def test_what_is_not_known_is_refused(
    looked: Looked, kind: str, ids: tuple[str, ...], says: str
) -> None:
    one, two = looked.world.planted["ring"][:2]
    names = {"one": one, "two": two, "hub": looked.world.hub,
             "cluster": str(looked.cluster("ring")["id"])}  # fmt: skip
    asked = [each.format(**names) for each in ids]
    said = looked.spoor("judge", kind, *asked, "reject", code=1).sentence()
    assert says.format(**names) in said


def test_a_judgement_waits_for_another_writer(looked: Looked) -> None:
    workspace = open_workspace(looked.spoor.workspace, create=False)
    one, two = looked.world.planted["ring"][:2]
    with workspace.writer():
        waiting = looked.spoor.start("judge", "tie", one, two, "confirm", "--json")
        assert waiting.stderr is not None
        assert "waiting for it to finish" in waiting.stderr.readline()
        assert last_noted(looked)["verdict"] == "withdraw"
    done = finish(waiting)
    assert done.data["new"] == [True]
    looked.spoor("judge", "tie", one, two, "withdraw")
