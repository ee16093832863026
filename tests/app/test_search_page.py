"""The Search page, against planted numbers in a real Neo4j."""

from __future__ import annotations

import socket
from collections import Counter
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app.commands.caller import open_store
from graph.lookup.posts import write_translations
from graph.workspace import open_workspace
from tests.app.conftest import MAIN, SECONDS, Planted
from tests.app.small_world import HOSTILE_NAMES
from tests.app.test_pages import links, marked, texts

PAGE = "views/search.py"
NOT_SHOWN = "cannot be shown just now"
NOTHING = ("Nothing fits", "There is nothing to look for in this")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
EVIL = (
    "*", "AND", "a AND (", '"', "\\", "[1 TO", "key:*", "~", "?!…", "the of and", "😀",
    "\u202e\u202d", "<script>document.title='owned'</script>", "$x^2$ :red[x] `tick`",
    "x" * 10_000, "a " * 5_000, "\x00\x07", "١", "NOT", "{limit: 1}", "' OR 1=1 //",
)  # fmt: skip


def searched(text: str, **chosen: str) -> AppTest:
    """Open the page by its address, in a browser session of its own."""
    at = AppTest.from_file(str(MAIN), default_timeout=SECONDS)
    at.query_params["q"] = text
    for name, value in chosen.items():
        at.query_params[name] = value
    return at.switch_page(PAGE).run()


def ring_number(planted: Planted) -> str:
    """Ten digits of the ring's number, as a US number is written at home."""
    said = planted.world.rows[0]["text"].rpartition("call ")[2]
    return "".join(each for each in said if each.isdigit())


def writings(digits: str) -> list[str]:
    """One number as people, platforms and traders write it."""
    area, middle, last = digits[:3], digits[3:6], digits[6:]
    return [
        f"+1{digits}",
        f"({area}) {middle}-{last}",
        f"{area}.{middle}.{last}",
        f"001 {area} {middle} {last}",
        digits,
        f"https://wa.me/1{digits}?text=hi",
        digits.translate(FULL_WIDTH),
        f"+1 {digits}".translate(ARABIC),
        f"wa {digits}".replace("0", "o").replace("1", "l"),
        " ".join(DIGITS[int(each)] for each in digits),
        f"{area} dash {middle} dash {last}",
        f"phone:+1{digits}",
    ]


def test_an_empty_workspace_tells_how_to_begin(pages_environment: Path) -> None:
    open_workspace(pages_environment / "workspace")
    at = searched("")
    assert not at.exception
    assert "Nothing has been taken in yet" in marked(at)
    assert NOTHING[0] in marked(searched("anything"))


def test_a_neo4j_that_is_gone_is_one_sentence(
    pages_environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_workspace(pages_environment / "workspace")
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{nobody.getsockname()[1]}")
        at = searched("siskin")
    assert not at.exception
    assert NOT_SHOWN in marked(at)


def test_the_page_says_what_can_be_looked_for(planted: Planted) -> None:
    at = searched("")
    assert not at.exception
    assert "What can be looked for" in marked(at)
    assert planted.world.rows


def test_a_number_in_any_writing_finds_the_same(planted: Planted) -> None:
    digits = ring_number(planted)
    for writing in writings(digits):
        at = searched(writing)
        assert not at.exception, writing
        assert f"`+1{digits}`" in links(at), writing
        assert texts(at).count(f"it publishes the phone number +1{digits}") >= 5, writing
        assert "published by 6 accounts, in 12 posts" in texts(at), writing
    at = searched(f"+1{digits}", kind="account")
    assert "Showing all 6 accounts" in marked(at)
    at = searched(digits, kind="post")
    assert "Showing all 12 posts" in marked(at)
    assert f"`{planted.cluster('ring')}`" in links(searched(digits, kind="cluster"))


def test_words_are_counted_by_kind_platform_and_month(planted: Planted) -> None:
    rows = [row for row in planted.world.rows if "siskin" in row["text"].lower()]
    platforms = Counter(row["platform"] for row in rows)
    at = searched("SISKIN", kind="post")
    assert not at.exception
    assert f"all {len(rows)} posts" in marked(at)
    pills = {each.key: list(each.options) for each in at.pills}
    assert f"Posts · {len(rows)}" in pills["choose kind"]
    assert f"Facebook · {platforms['facebook']}" in pills["choose platform"]
    months = Counter(row["posted_at"][:7] for row in rows)
    assert f"Feb 2026 · {months['2026-02']}" in pills["choose period"]
    assert texts(at).count("its text has “") == len(rows)

    at.pills(key="choose platform").set_value("telegram").run()
    assert not at.exception
    assert at.query_params["platform"] in ("telegram", ["telegram"])
    assert f"{platforms['telegram']} posts" in marked(at)
    at = searched("siskin", kind="post", period="2026-02")
    assert f"{months['2026-02']} posts" in marked(at)
    at.text_input(key="q").set_value("fernhill").run()
    assert "kind" not in at.query_params
    assert "period" not in at.query_params


def test_all_kinds_show_their_first_and_lead_to_the_rest(planted: Planted) -> None:
    at = searched("shama")
    assert not at.exception
    assert "Showing 1–5 of " in marked(at)
    assert "called “" in texts(at)
    at.button(key="all post").click().run()
    assert not at.exception
    assert at.query_params["kind"] in ("post", ["post"])
    assert "Showing 1–20 of " in marked(at)
    assert planted.world.rows


def test_names_with_a_typo_are_found_and_called_near(planted: Planted) -> None:
    exact = searched("Fernhill North")
    assert "`Fernhill Pets North`" in links(exact)
    assert "its name or handle is “Fernhill Pets North”" in texts(exact)
    assert "near: " not in texts(exact)
    at = searched("fernhlil notrh")
    assert not at.exception
    assert "`Fernhill Pets North`" in links(at)
    assert "near: its name or handle is “Fernhill Pets North”" in texts(at)
    assert planted.cluster("shop")


def test_keys_ids_and_code_words_are_found(planted: Planted) -> None:
    cluster = planted.cluster("chain")
    assert f"`{cluster}`" in links(searched(cluster))
    account = planted.members("chain")[0]
    assert "this is its key" in texts(searched(account))
    at = searched("rekber")
    assert "payment held by a third party" in texts(at)


def test_a_translation_is_found_and_named_as_one(planted: Planted) -> None:
    key = "post:facebook:1"
    with open_store(planted.workspace) as store:
        write_translations(store, {key: "Elfenbein zu verkaufen, zwei Zähne"})
    at = searched("elfenbein zahne")
    assert not at.exception
    assert "a translation of its text has “Elfenbein”, “Zähne”" in texts(at)
    assert "Elfenbein zu verkaufen" in texts(at)
    with open_store(planted.workspace) as store:
        write_translations(store, {key: None})


def test_hostile_names_stay_as_they_stand(planted: Planted) -> None:
    at = searched("evil.example")
    assert not at.exception
    assert "<b>bold</b> **stars** [click](http://evil.example/a)" in texts(at)
    for shown in (marked(at), "\n".join(links(at))):
        assert "http://evil.example/a" not in shown.replace("`", "")
    assert len(HOSTILE_NAMES) == len(planted.world.planted["hostile"])


@pytest.mark.parametrize("part", range(3))
def test_anything_may_be_typed(planted: Planted, part: int) -> None:
    for text in EVIL[part::3]:
        at = searched(text)
        assert not at.exception, text
        assert NOT_SHOWN not in marked(at), text
        assert "Showing" in marked(at) or any(said in marked(at) for said in NOTHING), text
    assert planted.world.rows


def test_a_mangled_address_is_no_error(planted: Planted) -> None:
    for chosen in ({"kind": "<b>"}, {"platform": "<b>x</b>"}, {"kind": "post", "period": "2026-99"},
                   {"kind": "post", "page": "900"}, {"kind": "cluster"}):  # fmt: skip
        at = searched("siskin", **chosen)
        assert not at.exception, chosen
        assert NOT_SHOWN not in marked(at), chosen
    assert planted.world.rows
