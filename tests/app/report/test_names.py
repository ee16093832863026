"""Things are called by their kind and name, causes in two words, settings without syntax."""

from __future__ import annotations

from typing import Any

import pytest

from app.report import facts, words
from app.report.names import Names
from tests.app.report.sample import empty_report, full_report
from tests.app.report.sample_changes import event


@pytest.mark.parametrize(
    ("key", "kind", "name"),
    [
        ("email:velerusa@example.org", "E-mail address", "velerusa@example.org"),
        ("phone:+12025550143", "Phone number", "+1 202 555 0143"),
        ("handle:telegram:demo_shop", "Telegram handle", "demo_shop"),
        ("handle:youtube:demo_shop", "YouTube handle", "demo_shop"),
        ("bank:ID:BCA:1234567890", "Bank account", "1234567890"),
        ("taxon:Iguana iguana", "Species", "Iguana iguana"),
        ("telegram:group:8800", "Group", "Kicau Pagi"),
        ("platform:instagram", "Place", "Instagram, outside of groups"),
        ("telegram:7011", "", "小王爬虫二号"),
        ("supplier", "", "supplier"),
    ],
)
def test_things_have_a_kind_and_a_name(key: str, kind: str, name: str) -> None:
    assert Names(full_report()).thing(key) == (kind, name)


def test_only_details_bear_their_kind_before_their_name() -> None:
    names = Names(full_report())
    assert names.in_words("email:birds@example.org") == "E-mail address birds@example.org"
    assert names.in_words("telegram:group:8800") == "Kicau Pagi"


@pytest.mark.parametrize(
    ("kind", "value", "about"),
    [
        ("new_detail", "wechat:niao_88", ("WeChat id", "niao_88", "wechat:niao_88")),
        ("dropped_detail", "email:a@example.org",
         ("E-mail address", "a@example.org", "email:a@example.org")),
        ("new_role", "supplier", ("Role", "supplier?", "")),
        ("burst", "61", ("Posts in seven days", "61", "")),
        ("price_change", "siskin", ("About", "siskin", "")),
        ("vanished", None, None),
    ],
)  # fmt: skip
def test_what_an_event_is_about(kind: str, value: str | None, about: Any) -> None:
    assert Names(empty_report()).about({"kind": kind, "value": value}) == about


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        ("activity", "Through activity"),
        ("evidence", "Known through new evidence"),
        ("judgement", "Through a judgement"),
    ],
)
def test_causes_are_said_in_few_words(cause: str, said: str) -> None:
    assert facts.of_cluster(event("grown", "C1", "x", cause=cause))[-1] == said


def test_settings_are_written_without_syntax() -> None:
    report = empty_report()
    report["settings"] = {"layers": ["contact_detail", "paper"], "resolution": None, "skip": [],
                          "name": "", "seed": 0, "is_plain": False,
                          "caps": {"a": 1, "b": None}}  # fmt: skip
    told = dict(facts.parameters(report))
    assert told["Layers"] == "contact_detail, paper"
    assert told["Seed"] == "0"
    assert told["Is plain"] == "no"
    assert told["Caps"] == "a 1"
    assert not {"Resolution", "Skip", "Name"} & set(told)
    assert not any(mark in value for value in told.values() for mark in "[]{}'")


def test_clusters_that_go_on() -> None:
    assert words.go_on(31, further=True) == "31 further clusters go on unchanged."
    assert words.go_on(1, further=False) == "1 cluster goes on unchanged."
