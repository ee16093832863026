from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SourceError
from ingest.readers import detect_format
from ingest.readers.options import ReadOptions
from tests.ingest.readers.telegram_html import pages
from tests.ingest.readers.telegram_html.pages import block, message, service
from tests.ingest.readers.telegram_html.reading import FORMAT, read_file, read_page


def told(folder: Path, page: str, encoding: str = "utf-8") -> str:
    """The format that a page is recognised as."""
    path = pages.save(folder / "page", page, encoding)
    return detect_format(path, path.name, ReadOptions())


class TestRecognition:
    @pytest.mark.parametrize(
        "page",
        [
            pages.chat(message(1, "a")),
            pages.chat(),
            pages.chat(message(1, "a"), title=None),
            pages.list_page("Contacts", ["Budi"]),
            pages.front_page(),
            message(1, "a"),
            "<!-- saved -->" + pages.chat(message(1, "a")),
        ],
    )
    def test_pages_of_exports(self, tmp_path: Path, page: str) -> None:
        assert told(tmp_path, page) == FORMAT
        assert told(tmp_path, page, "utf-8-sig") == FORMAT
        assert told(tmp_path, page, "utf-16") == FORMAT

    @pytest.mark.parametrize(
        "page",
        [
            "<html><body><div class='message'>a</div></body></html>",
            "<!DOCTYPE html><html><p>page_wrap page_header message default</p></html>",
            "<?xml version='1.0'?><rss/>",
        ],
    )
    def test_other_pages(self, tmp_path: Path, page: str) -> None:
        with pytest.raises(SourceError, match="it is a web page or XML"):
            told(tmp_path, page)


class TestPagesWithoutMessages:
    @pytest.mark.parametrize("title", ["Contacts", "Sessions", "Chats", "Frequent contacts"])
    def test_lists_are_passed_over(self, tmp_path: Path, title: str) -> None:
        read = read_page(tmp_path, pages.list_page(title, ["Budi +1 202 555 0101"]))
        assert (read.rows_read, len(read.tables["accounts"])) == (0, 0)
        assert read.says("it is a list, not a chat; nothing of it was read.")
        assert not read.says("Budi")

    def test_the_first_page_is_passed_over(self, tmp_path: Path) -> None:
        read = read_page(tmp_path, pages.front_page())
        assert read.rows_read == 0
        assert read.says("the first page of a whole account") and not read.says("Sari")

    @pytest.mark.parametrize("blocks", [(), (pages.day(1, "No exported messages"),)])
    def test_a_chat_may_be_empty(self, tmp_path: Path, blocks: tuple[str, ...]) -> None:
        read = read_page(tmp_path, pages.chat(*blocks))
        assert read.rows_read == 0

    @pytest.mark.parametrize("page", ["", "<html></html>", "teks", pages.HEAD, "\0\0", "<"])
    def test_anything_else_is_no_such_page(self, tmp_path: Path, page: str) -> None:
        with pytest.raises(SourceError, match="not a page of a Telegram Desktop export"):
            read_page(tmp_path, page)


class TestTheChatsName:
    @pytest.mark.parametrize("title", [None, "", "Deleted Account"])
    def test_is_needed_unless_the_user_gives_an_id(self, tmp_path: Path, title: str | None) -> None:
        page = pages.chat(message(1, "a"), title=title)
        with pytest.raises(SourceError, match=r"^messages\.html: .* --chat\.$"):
            read_page(tmp_path, page)
        read = read_page(tmp_path, page, ReadOptions(chat="1234567890"))
        assert read.post["group_key"] == "telegram:group:1234567890"

    def test_is_folded_in_the_key_and_kept_as_it_is(self, tmp_path: Path) -> None:
        read = read_page(tmp_path, pages.chat(message(1, "a"), title="Jual <Beli>  Ｂurung "))
        assert read.post["group_key"] == "telegram:group:name/jual <beli> burung"
        assert read.tables["groups"]["name"].to_list() == ["Jual <Beli> Ｂurung"]


class TestWholeAccounts:
    def private(self, *more: str) -> str:
        """A chat of a whole account that does not show what it is."""
        return pages.chat(message(1, "rahasia", sender="Sari"), *more, title="Sari", account=True)

    def test_a_chat_that_may_be_private_is_passed_over(self, tmp_path: Path) -> None:
        read = read_page(tmp_path, self.private(message(2, "ya", sender="Budi")))
        assert (read.rows_read, len(read.tables["groups"])) == (0, 0)
        assert read.says("'Sari'") and read.says("--private")

    def test_unless_it_is_named(self, tmp_path: Path) -> None:
        read = read_page(tmp_path, self.private(), ReadOptions(private=frozenset({" sari"})))
        assert read.senders() == ["Sari"]

    @pytest.mark.parametrize(
        "shown",
        [
            service(9, "Budi joined group by link from Sari"),
            service(9, "Sari invited Budi"),
            service(9, "Channel photo changed"),
            message(9, "b", after_text=block("signature details", "admin")),
        ],
    )
    def test_groups_and_channels_are_read(self, tmp_path: Path, shown: str) -> None:
        read = read_page(tmp_path, self.private(shown))
        assert read.senders()[0] == "Sari"

    @pytest.mark.parametrize(
        "shown",
        [
            service(9, "Sari pinned this message"),
            service(9, "Sari changed chat theme to 🐦"),
            message(9, "Budi joined group by link from Sari"),
            message(9, "c", sender="Agus"),
        ],
    )
    def test_what_private_chats_have_too_shows_no_group(self, tmp_path: Path, shown: str) -> None:
        assert read_page(tmp_path, self.private(shown)).rows_read == 0

    def test_a_chat_exported_by_itself_was_chosen(self, tmp_path: Path) -> None:
        read = read_page(tmp_path, pages.chat(message(1, "a", sender="Sari"), title="Sari"))
        assert read.senders() == ["Sari"]


def test_pages_of_other_programs_without_a_body_are_read(tmp_path: Path) -> None:
    page = (
        '<html><body><div class="page_header"><div class="text bold">Pasar</div></div>'
        '<div class="message default clearfix" id="message12">'
        '<div class="date details" title="15.02.2021 16:27:30 UTC+00:00">16:27</div>'
        '<div class="from_name">Budi</div><div class="text">Halo</div></div></body></html>'
    )
    read = read_page(tmp_path, page)
    assert (read.post["text"], read.senders()) == ("Halo", ["Budi"])


def test_pages_in_utf_16_are_read(tmp_path: Path) -> None:
    path = pages.save(tmp_path / "m.html", pages.chat(message(1, "ปลา 鸟 🐦")), "utf-16")
    assert read_file(path).post["text"] == "ปลา 鸟 🐦"
