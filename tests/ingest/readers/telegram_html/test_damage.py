from __future__ import annotations

import random
import tempfile
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.readers.options import ReadOptions
from ingest.readers.rows import MAX_RECORD
from tests.ingest.readers.telegram_html import pages
from tests.ingest.readers.telegram_html.pages import block, message, service
from tests.ingest.readers.telegram_html.reading import Read, read_blocks, read_file, read_page

BLOCKS = [
    pages.day(1, "9 March 2026"),
    service(1, "Sari created group &laquo;Kicau&raquo; with members Budi and Agus"),
    message(
        2, "Murai batu ปลา 鸟 <a href='tel:+1 202 555 0101'>+1 202 555 0101</a>", sender="Sari"
    ),
    message(3, "kacer &amp; <b>cucak</b>", sender=None),
    message(4, "jual", sender="Budi", forwarded_name="Toko", before_text=pages.reply("#x")),
    service(5, "Budi invited Tono"),
    message(6, before_text=pages.picture("photo", "photos/p.jpg"), sender="Tono"),
    message(7, "ya<br>siap", sender=None, after_text=block("signature details", "admin")),
]
PAGE = pages.chat(*BLOCKS)
WHOLE = PAGE.encode()
OWNERS = {
    "Murai batu ปลา 鸟 +1 202 555 0101": "Sari",
    "kacer & cucak": "Sari",
    "jual": "Budi",
    "ya\nsiap": "Tono",
}


def read_bytes(data: bytes) -> Read | None:
    """Read a page that may be damaged; null when it is refused as a whole."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "messages.html"
        path.write_bytes(data)
        try:
            return read_file(path)
        except SourceError as error:
            assert str(error).startswith("messages.html: ") and str(error).endswith(".")
            return None


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE)))
def test_cut_off_anywhere(at: int) -> None:
    read = read_bytes(WHOLE[:at])
    if read is not None:
        for post in read.posts:
            assert OWNERS.get(post["text"], "Tono") == post["account_key"].rsplit("/", 1)[1]
        assert read.says("ends before its markup does") or at >= WHOLE.rindex(b"</div>")


def test_the_message_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    read = read_page(tmp_path, PAGE[: PAGE.index("siap")])
    assert read.rows_read == 7
    assert read.reasons == ["the file ends within it"]
    assert read.tables["rejected"]["locator"].to_list() == ["message 7"]
    assert read.says("the page ends before its markup does")


def test_cut_off_within_a_character(tmp_path: Path) -> None:
    path = tmp_path / "m.html"
    path.write_bytes(WHOLE[: WHOLE.index("鸟".encode()) + 1])
    assert read_file(path).reasons == ["the file ends within it"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 127)), max_size=12))
def test_changed_bytes(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    read_bytes(bytes(data))


@settings(max_examples=40, deadline=None)
@given(st.permutations(BLOCKS), st.integers(0, len(BLOCKS)))
def test_shuffled_blocks_never_change_whose_words_stand_with_a_name(
    blocks: list[str], count: int
) -> None:
    read = read_bytes(pages.chat(*blocks[:count]).encode())
    assert read is not None
    for post in read.posts:
        owner = post["account_key"].rsplit("/", 1)[1]
        if post["post_id"] in {"2", "4", "6"}:
            assert owner == {"2": "Sari", "4": "Budi", "6": "Tono"}[post["post_id"]]


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=60),
)
def test_any_words_and_any_name(words: str, name: str) -> None:
    read = read_bytes(pages.chat(message(1, escape(words), sender=name)).encode())
    assert read is not None and read.rows_read == 1
    for post in read.posts:
        assert (post["text"] or "").split() == words.split()


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    read_bytes(data)
    read_bytes(WHOLE[:2000] + data + WHOLE[2000:])


@pytest.mark.parametrize("encoding", ["cp1251", "latin-1", "utf-16-le"])
def test_another_encoding_is_not_guessed(tmp_path: Path, encoding: str) -> None:
    words = "Птица" if encoding == "cp1251" else "é"
    page = pages.chat(message(1, words), title=words)
    with pytest.raises(SourceError, match=r"^m\.html: "):
        read_file(pages.save(tmp_path / "m.html", page, encoding))


class TestMarkup:
    def test_a_message_that_is_not_closed_is_refused_and_the_next_are_read(
        self, tmp_path: Path
    ) -> None:
        broken = message(1, "a").replace("</div>", "", 1)
        read = read_blocks(tmp_path, broken, message(2, "b"), message(3, "c", sender=None))
        assert [post["text"] for post in read.posts] == ["b", "c"]
        assert read.reasons == ["the markup is damaged: it is not closed"]

    def test_parts_outside_of_messages_are_one_row(self, tmp_path: Path) -> None:
        stray = block("body", block("from_name", "Agus") + block("text", "x")) + block("text", "y")
        read = read_blocks(tmp_path, message(1, "a"), stray, message(2, "b", sender=None))
        assert [post["text"] for post in read.posts] == ["a"]
        assert read.tables["rejected"]["locator"].to_list() == ["after message 1", "message 2"]
        assert "Agus" in read.tables["rejected"]["raw"][0]

    def test_a_message_without_an_id(self, tmp_path: Path) -> None:
        read = read_blocks(
            tmp_path,
            message(1, "a").replace(' id="message1"', ""),
            message(2, "b").replace('"message2"', '"messageX"'),
            service(3, "Sari invited Budi").replace(' id="message3"', ""),
        )
        assert read.reasons == ["it has no id"] * 3
        assert set(read.tables["rejected"]["locator"]) == {"before the first message"}

    @pytest.mark.parametrize("inside", [True, False])
    def test_nested_a_hundred_thousand_times(self, tmp_path: Path, inside: bool) -> None:
        deep = "<div>" * 100_000 + "x" + "</div>" * 100_000
        blocks = (message(1, deep),) if inside else (message(1, "a"), deep)
        with pytest.raises(SourceError, match="nested more than 2,000 deep"):
            read_blocks(tmp_path, *blocks)

    def test_nested_too_deep_for_a_message(self, tmp_path: Path) -> None:
        deep = "<b>" * 500 + "x" + "</b>" * 500
        read = read_blocks(tmp_path, message(1, deep), message(2, "b"))
        assert [post["text"] for post in read.posts] == ["b"]
        assert "nested more than 100 deep" in read.reasons[0]

    def test_too_long_to_be_a_message(self, tmp_path: Path) -> None:
        read = read_blocks(
            tmp_path,
            message(1, "x" * (MAX_RECORD + 1)),
            message(2, "<b>x</b>" * 60_000),
            message(3, "<!--" + "x" * MAX_RECORD + "-->b"),
        )
        assert [post["text"] for post in read.posts] == ["b"]
        assert len(read.reasons) == 2
        assert all("longer than 4,000,000 characters" in reason for reason in read.reasons)

    @pytest.mark.parametrize("begins", ["<!--", "<div class='", "<p>"])
    def test_no_tag_for_long(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begins: str
    ) -> None:
        monkeypatch.setattr("ingest.readers.telegram_html.page.MAX_RUN", 1 << 20)
        with pytest.raises(SourceError, match="it goes on for 1 MiB without a tag"):
            read_blocks(tmp_path, message(1, "a"), begins + "x" * (2 << 20))

    def test_entities_of_its_own_are_not_expanded(self, tmp_path: Path) -> None:
        page = pages.chat(message(1, "&b;")).replace(
            "<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
        )
        assert read_page(tmp_path, page).post["text"] == "&b;"


def test_more_than_one_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.readers.telegram_html.chat.BATCH_MESSAGES", 3)
    blocks = [
        message(
            at,
            "a",
            sender="Budi" if at % 4 == 1 else None,
            before_text=pages.reply(f"#go_to_message{at - 1}"),
        )
        for at in range(1, 41)
    ]
    read = read_blocks(tmp_path, *blocks, service(41, "x left group"))
    assert (read.rows_read, len(read.posts)) == (41, 40)
    assert set(read.senders()) == {"Budi"}
    keys = [post["post_key"] for post in read.posts]
    assert [post["reply_to"] for post in read.posts[1:]] == keys[:-1]


def test_whatever_order_and_options_the_rows_add_up(tmp_path: Path) -> None:
    drawn = random.Random(7)
    for _ in range(10):
        blocks = drawn.choices(BLOCKS, k=30)
        read = read_blocks(
            tmp_path, *blocks, options=ReadOptions(chat="1234567890", time_zone="Asia/Jakarta")
        )
        services = sum("message service" in one and "message-" not in one for one in blocks)
        assert read.rows_read == services + sum("message default" in one for one in blocks)
        assert read.rows_accepted == services + len(read.posts)
