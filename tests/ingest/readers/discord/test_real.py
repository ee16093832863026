"""Real exports; the material lies beside the project and is never copied."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.readers.reading import Read, read

DATA = Path(__file__).parents[5] / "shared/data/DiscordChatExporter-frontend"
GENERAL = "Example guild - Text Channels - general [1012224565567721552].json"
CHILL = "Example guild - Text Channels - chill talk [1012224565567125544].json"
THREAD = "Example guild - general - Thomas is Thomas [1060927310439657577].json"
SHORTER = CHILL.replace(".json", " without deleted message.json")
needs = pytest.mark.skipif(not DATA.exists(), reason="the real sample material is not here")
pytestmark = [pytest.mark.real, needs]


def read_real(name: str) -> Read:
    found = read(DATA / name)
    assert found.format == "discord"
    assert (len(found.rejected), found.rows_merged) == (0, 0)
    return found


@pytest.mark.parametrize(
    ("name", "messages", "posts"),
    [(SHORTER, 5, 5), (CHILL, 6, 6), (GENERAL, 35, 31), (THREAD, 5, 5)],
)
def test_every_message_is_read(name: str, messages: int, posts: int) -> None:
    found = read_real(name)
    assert (found.rows_read, len(found.posts)) == (messages, posts)
    assert found.posts["post_key"].n_unique() == posts
    assert not found.posts["time_zone_assumed"].any()


def test_who_joined_the_server() -> None:
    joined = read_real(GENERAL).memberships.filter(event="joined")
    assert joined["account_key"].to_list() == [
        "discord:896568767994532880",
        "discord:627848643557663699",
        "discord:521486476985321458",
    ]
    assert joined["group_key"].unique().to_list() == ["discord:group:748545324524575035"]


def test_answers_point_to_messages() -> None:
    found = read_real(THREAD)
    answered = set(found.posts["reply_to"].drop_nulls())
    assert len(answered) == 2
    assert answered <= set(found.posts["post_key"])


def test_a_deleted_message_is_one_less() -> None:
    before, after = (set(read_real(name).posts["post_key"]) for name in (CHILL, SHORTER))
    assert len(before - after) == 1
    assert after < before


@pytest.mark.parametrize(("name", "differs"), [(CHILL, True), (GENERAL, False)])
def test_a_count_that_differs_is_said(name: str, *, differs: bool) -> None:
    notices = read_real(name).notices
    assert any("counts 35 messages" in notice for notice in notices) is differs
