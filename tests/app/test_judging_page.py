"""Judging on the pages: who must be said, what is noted, what a busy workspace answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from graph.judged import CLUSTER, HUB, MEMBER, TIE
from ingest.journal import Journal
from ingest.judgements import LEGALITY, judgements
from tests.app.conftest import Planted
from tests.app.test_pages import marked, open_cluster, table, texts


@pytest.fixture
def judging(planted: Planted, pages: AppTest) -> Iterator[AppTest]:
    """The chain's page, with somebody who said who is working; all is taken back in the end."""
    at = open_cluster(pages, planted.cluster("chain"))
    field(at, "Who is working?").set_value("B. Judge")
    button(at, "That is me").click().run()
    yield at
    for kind in (CLUSTER, MEMBER, TIE, HUB, LEGALITY):
        for subject in judgements(planted.workspace, kind):
            keys = [each for each in subject if ":" in each]
            names = [each for each in subject if ":" not in each]
            Journal(planted.workspace).append(
                "judge", "test", about=kind, verdict="withdraw", keys=keys,
                **({"cluster": names[0]} if names else {}),
            )  # fmt: skip


def button(at: AppTest, label: str):
    return next(each for each in at.button if each.label == label)


def choose(at: AppTest, what: str) -> AppTest:
    at.session_state["judged"] = what
    return at.run()


def field(at: AppTest, label: str):
    return next(each for each in (*at.text_input, *at.selectbox) if each.label == label)


def test_nobody_judges_without_a_name(planted: Planted, pages: AppTest) -> None:
    at = open_cluster(pages, planted.cluster("chain"))
    assert not at.exception
    assert button(at, "Confirm").disabled and button(at, "Reject").disabled
    assert "Say who is working, in the sidebar, before you judge." in texts(at)
    assert "Nobody has confirmed or rejected this cluster yet." in texts(at)
    assert "The next detection obeys it" in marked(at)


def test_a_cluster_is_rejected_and_taken_back(planted: Planted, judging: AppTest) -> None:
    name = planted.cluster("chain")
    field(judging, "Why").set_value("a breeders' club *of* <b>five</b>")
    at = button(judging, "Reject").click().run()
    assert not at.exception
    (found,) = judgements(planted.workspace, CLUSTER).values()
    assert (found.subject, found.verdict, found.by) == ((name,), "reject", "B. Judge")
    assert found.why == "a breeders' club *of* <b>five</b>"
    assert list(found.members) == planted.members("chain")
    assert f"Cluster {name}: rejected." in texts(at)
    assert "Rejected by B. Judge on 20" in texts(at)
    assert table(at, "Judged")["Detected since"].tolist() == ["not yet"]
    at = button(at, "Take back").click().run()
    assert judgements(planted.workspace, CLUSTER) == {}
    assert "Nobody has confirmed or rejected this cluster yet." in texts(at)


@pytest.mark.parametrize(
    ("what", "label", "kind"),
    [("An account", "Which account", MEMBER), ("A tie", "Which tie", TIE),
     ("A contact detail", "Which contact detail", HUB)],
)  # fmt: skip
def test_parts_of_a_cluster_are_judged(
    planted: Planted, judging: AppTest, what: str, label: str, kind: str
) -> None:
    at = choose(judging, what)
    at = button(at, "Reject").click().run()
    assert "Choose what you judge first." in texts(at)
    assert judgements(planted.workspace, kind) == {}
    picked = field(at, label)
    picked.set_value(picked.options[1])
    at = button(at, "Reject").click().run()
    assert not at.exception
    (found,) = judgements(planted.workspace, kind).values()
    keys = set(found.subject) - {planted.cluster("chain")}
    assert kind == HUB or keys <= set(planted.world.planted["chain"])
    assert (found.verdict, found.by) == ("reject", "B. Judge")


def test_legality_is_said_under_a_law_and_shown_beside_what_is_measured(
    planted: Planted, judging: AppTest
) -> None:
    def third(at: AppTest) -> str:
        return next(each.value for each in at.metric if each.label == "Legality")

    at = choose(judging, "Legality")
    at = button(at, "Contrary").click().run()
    assert "Nothing was noted." in [each.value for each in at.error]
    assert "without the law or permit" in texts(at)
    assert third(at) == "Not assessed"
    field(at, "Why").set_value("Wildlife Act, *section* <b>21</b>")
    at = button(at, "Contrary").click().run()
    assert not at.exception
    (found,) = judgements(planted.workspace, LEGALITY).values()
    assert (found.subject, found.verdict) == ((planted.cluster("chain"),), "contrary")
    assert list(found.members) == planted.members("chain")
    assert third(at) == "Contrary"
    assert "Would be contrary to a law that is named, says B. Judge on 20" in texts(at)
    assert ": Wildlife Act, *section* <b>21</b>" in texts(at)
    assert [each.value for each in at.success] == ["Noted; detection takes no notice of it."]
    assert table(at, "Judged")["Detected since"].tolist() == ["takes no notice"]
    at = at.switch_page("views/clusters.py").run()
    assert not at.exception
    assert marked(at).count("Not assessed") == len(planted.detection.clusters) - 1
    assert marked(at).count("Contrary") == 1
    at = choose(open_cluster(at, planted.cluster("chain")), "Legality")
    at = button(at, "Take back").click().run()
    assert judgements(planted.workspace, LEGALITY) == {}
    assert third(at) == "Not assessed"


def test_a_busy_workspace_is_said_and_nothing_noted(planted: Planted, judging: AppTest) -> None:
    before = Journal(planted.workspace).entries()
    with planted.workspace.writer():
        at = button(judging, "Confirm").click().run()
    assert "Nothing was noted." in [each.value for each in at.error]
    assert "another command is writing to this workspace" in texts(at)
    assert Journal(planted.workspace).entries() == before


def test_hubs_are_judged_on_their_page(planted: Planted, judging: AppTest) -> None:
    at = judging.switch_page("views/hubs.py").run()
    assert not at.exception
    assert "24 accounts" in texts(at) and "may serve strangers" in texts(at).lower()
    at = button(at, "Reject").click().run()
    (found,) = judgements(planted.workspace, HUB).values()
    assert (found.subject, found.verdict) == ((planted.world.hub,), "reject")
    assert table(at, "Judged")["By"].tolist() == ["B. Judge"]
