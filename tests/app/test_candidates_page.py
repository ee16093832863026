"""The Candidates page over planted questions: what it shows, what it notes and what not."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from app.candidate_data import list_candidates
from app.commands.caller import open_store
from app.detection import detect_networks
from app.review_found import find_questions, kept_questions, made_from
from app.views import review_state
from app.views.review_time import bars
from app.words import candidates as words
from app.words.candidate_alternatives import COPIED, FAMILY, MARKET, REISSUED
from graph.judged import CANDIDATE, HUB, SUCCESSOR
from graph.lookup.candidates import Activity, daily_activity, find_group_facts, posts_that_show
from graph.settings import read_settings
from graph.workspace import Workspace, open_workspace
from ingest.journal import Journal
from ingest.judgements import judge_hub, judge_pair, judgements
from tests.app.conftest import SECONDS, Planted
from tests.app.loading import load_world
from tests.app.review_world import (
    NEW,
    NEW_GROUP,
    OLD,
    OLD_GROUP,
    PAIRS,
    START,
    review_world,
)
from tests.app.small_world import HOSTILE_NAMES, HOSTILE_TEXT, SmallWorld
from tests.app.test_pages import links, marked, texts

PAGE = "views/candidates.py"


@pytest.fixture(scope="module")
def planted(pages_environment: Path) -> Planted:
    world = review_world()
    made = Planted(world, *load_world(pages_environment, world))
    for kind in (CANDIDATE, SUCCESSOR):
        find_questions(made.workspace, kind, made.detection.snapshot)
    return made


@pytest.fixture
def page(planted: Planted, pages: AppTest, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The page, with somebody who said who is working; answers are taken back in the end."""
    monkeypatch.setattr(review_state, "PAUSE", 0.0)
    yield working(pages, "B. Judge")
    for kind in (CANDIDATE, SUCCESSOR, HUB):
        for subject in judgements(planted.workspace, kind):
            Journal(planted.workspace).append(
                "judge", "test", about=kind, verdict="withdraw", keys=list(subject)
            )


def working(at: AppTest, who: str) -> AppTest:
    at.session_state["who"] = who
    at.session_state["who_is_known"] = True
    return at


def opened(at: AppTest, **asked: str) -> AppTest:
    at.default_timeout = 4 * SECONDS
    for name, value in asked.items():
        at.query_params[name] = value
    at = at.switch_page(PAGE).run()
    assert not at.exception
    return at


def press(at: AppTest, label: str) -> AppTest:
    at = next(each for each in at.button if each.label == label).click().run()
    assert not at.exception
    return at


def shown(at: AppTest) -> tuple[str, str]:
    """The pair that the address names."""
    one, other = (at.query_params[name] for name in ("a", "b"))
    return (one, other) if isinstance(one, str) else (one[0], other[0])


ACCEPT, REJECT = words.ACCEPT[CANDIDATE], words.REJECT[CANDIDATE]


def test_a_pair_is_a_question_with_evidence_on_both_sides(planted: Planted, page: AppTest) -> None:
    at = opened(page)
    assert shown(at) == ("facebook:p0", "instagram:p0")
    assert f"**1 of {PAIRS} to decide**" in marked(at)
    assert "Only these two show phone:+12025550177." in texts(at) and FAMILY in marked(at)
    at = press(at, "Next")
    assert [each.value for each in at.subheader] == ["May one person be behind both accounts?"]
    assert f"**2 of {PAIRS} to decide**" in marked(at)
    said = texts(at)
    assert shown(at) == ("facebook:p1", "instagram:p1")
    assert "Score +12.8 bits: strong" in said and "never a finding" in said
    assert "**Handle**, +17.1 bits" in marked(at) and "Both have the same handle" in said
    assert "**Display name**, −0.2 bits" in marked(at) and "They are called differently" in said
    assert "the odds before anything is compared" in marked(at)
    assert "Posts that show it (2 left, 2 right)" in [each.label for each in at.expander]
    assert FAMILY not in marked(at) and COPIED in marked(at)
    assert "Active 16 Jan – 17 Jan 2026, 2 posts" in said
    assert {"facebook:p1", "instagram:p1"} <= {
        key.strip("`") for key in marked(at).split() if key.startswith("`")
    }
    keys = {each.label: each.proto.shortcut for each in at.button if each.proto.shortcut}
    assert keys == {ACCEPT: "a", REJECT: "x", "Skip": "s", "Undo": "u", "Previous": "p",
                    "Next": "n"}  # fmt: skip
    page_text = said + marked(at)
    assert not any(word in page_text.lower() for word in ("criminal", "suspect", "guilt"))


def test_names_that_are_code_stay_text(page: AppTest) -> None:
    at = opened(page, a="facebook:p1", b="instagram:p1")
    said, as_markdown = texts(at), marked(at)
    assert HOSTILE_NAMES[0] in said and HOSTILE_TEXT in said
    assert f"`{HOSTILE_NAMES[2]}`" in links(at)
    for name in (HOSTILE_NAMES[0], HOSTILE_NAMES[2]):
        assert name not in as_markdown.replace(f"`{name}`", "")
    assert not any("owned" in each.proto.body for each in at.get("html"))
    at = press(at, ACCEPT)
    assert f"Accepted: {HOSTILE_NAMES[0]} and {HOSTILE_NAMES[2]}." in texts(at)
    assert HOSTILE_NAMES[2] not in marked(at)


def test_answers_are_noted_obeyed_by_the_list_and_undone(planted: Planted, page: AppTest) -> None:
    at = opened(page)
    first = shown(at)
    next(each for each in at.text_input if each.label == "Reason").set_value("a cousin, she says")
    at = press(at, REJECT)
    ((subject, said),) = judgements(planted.workspace, CANDIDATE).items()
    assert (subject, said.verdict, said.by, said.why) == (
        first, "reject", "B. Judge", "a cousin, she says",
    )  # fmt: skip
    assert f"**1 of {PAIRS - 1} to decide**" in marked(at) and shown(at) != first
    assert next(each for each in at.text_input if each.label == "Reason").value == ""
    statuses = {tuple(row["accounts"]): row["status"]
                for row in list_candidates(planted.workspace, None).rows}  # fmt: skip
    assert statuses[first] == "rejected"
    assert "1 answer given since the last detection has not taken effect yet." in [
        each.label for each in at.expander
    ]
    at = press(at, "Undo")
    assert judgements(planted.workspace, CANDIDATE) == {}
    assert shown(at) == first and f"**1 of {PAIRS} to decide**" in marked(at)
    at = opened(at, a=first[1], b=first[0])
    at = press(press(at, ACCEPT), "Previous")
    assert "Confirmed by B. Judge on" not in texts(at)
    at = opened(at, a=first[0], b=first[1], status="Confirmed")
    assert "Confirmed by B. Judge on" in texts(at)
    at = press(at, "Take back")
    assert judgements(planted.workspace, CANDIDATE) == {}
    at = press(at, "Undo")
    (said,) = judgements(planted.workspace, CANDIDATE).values()
    assert said.verdict == "confirm"


def test_a_skipped_pair_is_put_off_for_this_person_only(planted: Planted, page: AppTest) -> None:
    at = opened(page)
    first = shown(at)
    before = len(Journal(planted.workspace).entries())
    at = press(at, "Skip")
    assert shown(at) != first
    assert f"{PAIRS - 1} to decide** · 0 confirmed · 0 rejected · 1 skipped by you" in marked(at)
    assert len(Journal(planted.workspace).entries()) == before
    other = opened(working(AppTest.from_file(at._script_path), "C. Second"))
    assert shown(other) == first
    at = press(at, "Undo")
    assert shown(at) == first


def test_a_doubled_key_answers_once(
    planted: Planted, page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = opened(page)
    first = shown(at)
    monkeypatch.setattr(review_state, "PAUSE", 3_600.0)
    at.session_state["review"].pressed = -10_000.0
    at = press(at, ACCEPT)
    assert shown(at) != first
    second = shown(at)
    at = press(at, ACCEPT)
    assert list(judgements(planted.workspace, CANDIDATE)) == [first]
    assert words.TOO_SOON in texts(at)
    at.query_params["a"], at.query_params["b"] = first
    at = at.run()
    assert shown(at) == second


def test_the_second_of_two_people_is_told_that_it_was_decided_meanwhile(
    planted: Planted, page: AppTest
) -> None:
    one = opened(page)
    pair = shown(one)
    other = opened(working(AppTest.from_file(one._script_path), "C. Second"))
    assert shown(other) == pair
    press(one, REJECT)
    other = press(other, ACCEPT)
    assert "Meanwhile B. Judge has rejected this pair" in texts(other)
    assert "Rejected by B. Judge on" in texts(other)
    assert shown(other) == pair
    assert [each.verdict for each in judgements(planted.workspace, CANDIDATE).values()] == [
        "reject"
    ]
    other = press(other, ACCEPT)
    (said,) = judgements(planted.workspace, CANDIDATE).values()
    assert (said.verdict, said.by) == ("confirm", "C. Second")
    one = press(one, "Undo")
    assert "Meanwhile C. Second has confirmed this pair" in texts(one)
    assert next(iter(judgements(planted.workspace, CANDIDATE).values())).by == "C. Second"


def test_nobody_answers_without_a_name_nor_while_the_workspace_is_busy(
    planted: Planted, page: AppTest
) -> None:
    at = opened(page)
    before = Journal(planted.workspace).entries()
    with planted.workspace.writer():
        at = press(at, ACCEPT)
    assert "Nothing was noted." in texts(at) and "another command is writing" in texts(at)
    assert Journal(planted.workspace).entries() == before
    at.session_state["who_is_known"] = False
    at = at.run()
    assert words.SAY_WHO in texts(at)
    assert next(each for each in at.button if each.label == ACCEPT).disabled


def test_successors_are_asked_with_the_cause_unknown(planted: Planted, page: AppTest) -> None:
    at = opened(page, a=NEW, b=OLD)
    assert at.session_state["question"] == "Successor"
    (asked,) = [each.value for each in at.subheader]
    assert asked == "May `New Weir` be the successor of `Old Mill`, not seen since " \
        "22 Feb 2026, cause unknown?"  # fmt: skip
    assert "Left · Not seen any more" in marked(at) and "Right · Seen since" in marked(at)
    assert "**Contact detail**, +17.6 bits" in marked(at)
    assert "8 days after “Old Mill” was last seen" in texts(at)
    assert "Posts that show it (3 left, 5 right)" in [each.label for each in at.expander]
    assert REISSUED in marked(at)
    at = press(at, words.REJECT[SUCCESSOR])
    (said,) = judgements(planted.workspace, SUCCESSOR).values()
    assert (said.subject, said.verdict) == ((NEW, OLD), "reject")
    assert words.CHANGED_SINCE in marked(at)
    at = press(at, words.LOOK_AGAIN)
    assert words.CHANGED_SINCE not in marked(at)
    at = press(at, "Undo")
    assert judgements(planted.workspace, SUCCESSOR) == {}


def test_a_group_may_be_the_successor_of_a_group(planted: Planted, page: AppTest) -> None:
    at = opened(page, a=NEW_GROUP, b=OLD_GROUP)
    (asked,) = [each.value for each in at.subheader]
    assert asked.startswith(
        "May the group `Riverbend Finch Swap 2` be the successor of the group "
        "`Riverbend Finch Swap`, not seen since 26 Mar 2026"
    )
    assert "8 of its 8 posters (100%) posted in the other." in texts(at)
    assert words.WHAT_FOLLOWS_GROUPS in marked(at) and MARKET in marked(at)
    at = press(at, words.ACCEPT[SUCCESSOR])
    (said,) = judgements(planted.workspace, SUCCESSOR).values()
    assert (said.subject, said.verdict) == ((NEW_GROUP, OLD_GROUP), "confirm")


def test_when_all_is_decided_it_says_what_comes_next(planted: Planted, page: AppTest) -> None:
    for row in list_candidates(planted.workspace, None).rows:
        one, other = row["accounts"]
        judge_pair(planted.workspace, "candidate", (one, other), "confirm", why=None, who="D")
    at = opened(page)
    assert "Nothing left to decide" in marked(at)
    assert f"{PAIRS} confirmed, 0 rejected, 0 skipped by you" in marked(at)
    assert not at.button(key="detect answers").disabled
    assert len(at.dataframe[0].value) == PAIRS
    at.session_state["status"] = "Rejected"
    at = at.run()
    assert "No pair is rejected." in marked(at)


def test_an_address_that_names_no_question_says_so(page: AppTest) -> None:
    at = opened(page, a="facebook:<b>x</b>", b="facebook:p1", question="Same person")
    assert words.NO_SUCH_PAIR in marked(at) and "`facebook:<b>x</b>`" in marked(at)


def test_questions_are_found_once_and_kept(planted: Planted) -> None:
    workspace, snapshot = planted.workspace, planted.detection.snapshot
    found = find_questions(workspace, CANDIDATE, snapshot)
    assert kept_questions(workspace, CANDIDATE, snapshot) == found
    assert found.made_from == made_from(workspace, CANDIDATE)
    rows = list_candidates(workspace, None).rows
    assert [list(each.pair) for each in found.questions] == [row["accounts"] for row in rows]
    assert [each.score for each in found.questions] == [row["score"] for row in rows]
    judge_hub(workspace, "phone:+12025550101", "confirm", why=None, who="D")
    assert found.made_from != made_from(workspace, CANDIDATE)
    assert kept_questions(workspace, CANDIDATE, snapshot) == found
    judge_hub(workspace, "phone:+12025550101", "withdraw", why=None, who="D")
    path = workspace.snapshots / snapshot / "candidate-questions.json"
    data: dict[str, Any] = json.loads(path.read_text())
    for change in ({"own": "other"}, {"sources": ["withdrawn since"]}, {"numbers": "older"}):
        path.write_text(json.dumps({**data, "made_from": {**data["made_from"], **change}}))
        assert kept_questions(workspace, CANDIDATE, snapshot) is None
    path.write_text(json.dumps(data))


def test_the_evidence_of_a_successor_adds_up_as_the_report_counts_it(planted: Planted) -> None:
    found = find_questions(planted.workspace, SUCCESSOR, planted.detection.snapshot)
    (question,) = (each for each in found.questions if not each.of_groups)
    bits = [each.bits or 0.0 for each in question.reasons]
    assert bits == sorted(bits, reverse=True)
    assert 15 < sum(bits) < 30 and question.score < sum(bits)
    assert question.unseen_since == "2026-02-22"


def test_what_both_sides_show_is_looked_up(planted: Planted) -> None:
    with open_store(planted.workspace) as store:
        found = posts_that_show(store, ["facebook:p0", "instagram:p0"], ["phone:+12025550177"])
        assert {key: each.in_all for key, each in found.items()} == {
            ("facebook:p0", "phone:+12025550177"): 2,
            ("instagram:p0", "phone:+12025550177"): 2,
        }
        activity = daily_activity(store, [OLD, OLD_GROUP, "facebook:nobody"])
        assert (activity[OLD].first, activity[OLD].counted) == (START.date(), 25)
        assert activity[OLD_GROUP].counted == 81
        assert activity["facebook:nobody"] == Activity((), 0)
        facts = find_group_facts(store, NEW_GROUP)
        assert facts is not None and (facts.posts, facts.members) == (16, 8)
        assert find_group_facts(store, "facebook:group:none") is None


def test_bars_keep_to_the_axis() -> None:
    first = START.date()
    activity = Activity(((first, 4), (first.replace(month=2), 1)), 5)
    drawn = bars(activity, first, first.replace(month=3))
    assert drawn[0] == (0, 1.0) and 0 < drawn[1][0] < 90 and drawn[1][1] == pytest.approx(0.5)
    assert bars(activity, first, first.replace(month=2))[-1][0] == 87


def test_the_next_detection_obeys_what_was_accepted(planted: Planted, page: AppTest) -> None:
    at = opened(page)
    pair = shown(at)
    press(at, ACCEPT)
    workspace = planted.workspace
    found = detect_networks(workspace, read_settings(workspace), as_of=None, who="A. Tester",
                            open_store=open_store)  # fmt: skip
    tied = {(row["account_a"], row["account_b"]) for row in found.ties.to_dicts()}
    assert pair in tied


def empty(folder: Path) -> Workspace:
    return open_workspace(folder / "workspace")


def test_no_detection_and_a_neo4j_that_is_gone_are_said(
    pages_environment: Path, pages: AppTest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SPOOR_WORKSPACE", str(tmp_path / "workspace"))
    empty(tmp_path)
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{nobody.getsockname()[1]}")
        at = opened(pages)
    assert "cannot be shown just now" in marked(at)
    assert "NEO4J_URI" in texts(at)
    assert os.environ["NEO4J_URI"].startswith("bolt://127.0.0.1")


def test_a_workspace_without_a_detection_and_one_without_a_pair_say_so(
    pages: AppTest, pages_environment: Path, neo4j_driver: Any, neo4j_connection: Any,
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    neo4j_driver.execute_query("MATCH (n) DETACH DELETE n", database_=neo4j_connection.database)
    monkeypatch.setenv("SPOOR_WORKSPACE", str(tmp_path / "workspace"))
    empty(tmp_path)
    assert "No detection yet" in marked(opened(pages))
    world = SmallWorld()
    world.rows = [{**row} for row in review_world().rows if row["account_id"].startswith("w")]
    load_world(tmp_path, world)
    at = opened(pages)
    assert words.NONE_FOUND[CANDIDATE] in marked(at)
    assert "No pair to decide" in marked(at)
