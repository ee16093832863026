"""A succession of groups that a person rejected is told by no report from then on."""

from __future__ import annotations

from pathlib import Path

from app.commands.caller import open_store
from app.reporting import Asked, make_report
from graph.workspace import Workspace
from ingest.judgements import judge_successor
from tests.app.loading import take_world_in
from tests.app.review_world import NEW_GROUP, OLD_GROUP, review_world

WEEKS = Asked(None, "2026-03-22", "2026-04-14")


def told(workspace: Workspace) -> list[tuple[str, str]]:
    """New and old groups of the weeks' report."""
    made = make_report(workspace, WEEKS, who="A. Tester", open_store=open_store)
    return [(each["group"], each["of"]) for each in made["group_events"]]


def test_a_rejected_successor_group_is_told_no_more(pages_environment: Path) -> None:
    workspace = take_world_in(pages_environment, review_world())
    assert told(workspace) == [(NEW_GROUP, OLD_GROUP)]
    with workspace.writer():
        judge_successor(workspace, NEW_GROUP, OLD_GROUP, "reject", why=None, who="B. Judge")
    assert told(workspace) == []
