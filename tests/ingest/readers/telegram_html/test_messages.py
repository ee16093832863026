from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from graph import keys
from ingest.readers.options import ReadOptions
from tests.ingest.readers.telegram_html import pages
from tests.ingest.readers.telegram_html.pages import block, media, message, reply
from tests.ingest.readers.telegram_html.reading import Read, read_blocks

GROUP = "telegram:group:name/kicau mania bandung"


def extra(read: Read) -> dict[str, Any]:
    """What else the only post says."""
    return json.loads(read.post["extra"])


def test_a_message_is_a_post(tmp_path: Path) -> None:
    read = read_blocks(tmp_path, message(123, "Murai batu &amp; kacer<br>siap kirim"))
    assert read.post | {"post_key": ""} == {
        "post_key": "",
        "platform": "telegram",
        "account_key": "telegram:name/kicau mania bandung/Budi Santoso",
        "group_key": GROUP,
        "post_id": "123",
        "post_url": None,
        "posted_at": datetime(2026, 3, 9, 7, 5, tzinfo=UTC),
        "posted_at_raw": "09.03.2026 14:05:00 UTC+07:00",
        "time_zone_assumed": False,
        "text": "Murai batu & kacer\nsiap kirim",
        "price": None,
        "currency": None,
        "location": None,
        "image": None,
        "contact": None,
        "forwarded_from": None,
        "reply_to": None,
        "extra": None,
        "locator": "message 123",
        "collected_at": None,
    }
    assert read.rows_read == 1
    assert read.tables["accounts"].select("name", "native_id", "locator").rows() == [
        ("Budi Santoso", None, "message 123")
    ]
    assert read.tables["groups"].select("group_key", "name", "native_id").rows() == [
        (GROUP, pages.TITLE, None)
    ]
    assert read.says("carries no ids") and read.says("--chat")


class TestSender:
    def test_joined_messages_have_the_sender_before(self, tmp_path: Path) -> None:
        read = read_blocks(
            tmp_path,
            message(1, "a", sender="Budi"),
            message(2, "b", sender=None),
            message(3, "c", sender="Sari"),
            message(4, "d", sender=None),
        )
        assert read.senders() == ["Budi", "Budi", "Sari", "Sari"]

    def test_a_page_that_begins_with_a_joined_message_was_cut(self, tmp_path: Path) -> None:
        read = read_blocks(tmp_path, message(1, "a", sender=None), message(2, "b", sender="Sari"))
        assert read.senders() == ["Sari"]
        assert "not on this page" in read.reasons[0]
        assert read.tables["rejected"]["field"].to_list() == ["from_name"]

    @pytest.mark.parametrize(
        ("number", "date"),
        [(5, "09.03.2026 14:05:01 UTC+07:00"), (12, "09.03.2026 15:05:00 UTC+07:00")],
        ids=["earlier id", "an hour later"],
    )
    def test_a_joined_message_that_does_not_follow_is_nobodys(
        self, tmp_path: Path, number: int, date: str
    ) -> None:
        read = read_blocks(tmp_path, message(10, "a"), message(number, "b", sender=None, date=date))
        assert len(read.posts) == 1
        assert "does not follow" in read.reasons[0]

    def test_after_a_damaged_message_nobody_is_taken_for_the_sender(self, tmp_path: Path) -> None:
        damaged = message(2, "b", sender="Sari").replace("</div>", "</dit>", 8)
        read = read_blocks(
            tmp_path, message(1, "a"), damaged, message(3, "c", sender=None), message(4, "d")
        )
        assert read.senders() == ["Budi Santoso", "Budi Santoso"]
        assert read.rows_read == 4

    def test_a_message_without_a_date_keeps_its_sender_for_the_next(self, tmp_path: Path) -> None:
        read = read_blocks(tmp_path, message(1, "a", date=None), message(2, "b", sender=None))
        assert read.senders() == ["Budi Santoso"]
        assert read.reasons == ["it carries no date"]

    def test_a_bot_that_wrote_for_somebody_is_cut_off_the_name(self, tmp_path: Path) -> None:
        read = read_blocks(tmp_path, message(1, "a", sender="Budi via @gif"))
        assert read.senders() == ["Budi"]
        assert extra(read) == {"via": "@gif"}

    def test_names_are_decoded_and_squeezed(self, tmp_path: Path) -> None:
        read = read_blocks(tmp_path, message(1, "a", sender="A <b>&amp;  'B'</b> "))
        assert read.tables["accounts"]["name"].to_list() == ["A <b>&amp; 'B'</b>"]

    def test_deleted_accounts_are_nobody_and_that_is_said(self, tmp_path: Path) -> None:
        read = read_blocks(tmp_path, *(message(at, "a", sender="Deleted Account") for at in (1, 2)))
        assert [post["account_key"] for post in read.posts] == [None, None]
        assert read.tables["accounts"].is_empty()
        assert read.says("several people")

    def test_a_name_too_long_to_be_one(self, tmp_path: Path) -> None:
        read = read_blocks(tmp_path, message(1, "a", sender="x" * 501))
        assert read.reasons == ["it is longer than 500 characters"]


class TestForwards:
    def test_whose_words_they_are(self, tmp_path: Path) -> None:
        read = read_blocks(
            tmp_path, message(1, "jual", forwarded_name="Toko <Satwa> via @bot", sender="Sari")
        )
        assert read.senders() == ["Sari"]
        assert read.post["forwarded_from"] == "Toko <Satwa>"
        assert read.post["text"] == "jual"
        assert read.post["posted_at"] == datetime(2026, 3, 9, 7, 5, tzinfo=UTC)
        assert extra(read) == {
            "via": "@bot",
            "forwarded_date": "01.03.2026 08:00:00 UTC+07:00",
        }

    def test_older_exports_write_the_date_as_text_only(self, tmp_path: Path) -> None:
        page = message(1, "jual", forwarded_name="Toko").replace(
            '<span class="date details" title="01.03.2026 08:00:00 UTC+07:00">',
            '<span class="details">',
        )
        read = read_blocks(tmp_path, page)
        assert read.post["forwarded_from"] == "Toko"
        assert extra(read) == {"forwarded_date": "01.03.2026 08:00:00"}

    def test_joined_forwards_are_of_the_same_origin(self, tmp_path: Path) -> None:
        read = read_blocks(
            tmp_path,
            message(1, "a", forwarded_name="Toko"),
            message(2, "b", sender=None, forwarded=""),
        )
        assert [post["forwarded_from"] for post in read.posts] == ["Toko", "Toko"]

    def test_a_forward_is_never_taken_for_own_words(self, tmp_path: Path) -> None:
        read = read_blocks(tmp_path, message(1, "a", forwarded=""))
        assert read.post["forwarded_from"] == "not named"

    def test_what_stands_beside_the_forwarded_part_is_kept(self, tmp_path: Path) -> None:
        page = message(1, forwarded_name="Toko", before_text=block("text", "di luar"))
        assert read_blocks(tmp_path, page).post["text"] == "di luar"


class TestReplies:
    def test_the_post_that_is_answered(self, tmp_path: Path) -> None:
        read = read_blocks(
            tmp_path,
            message(1, "a"),
            message(2, "b", before_text=reply("#go_to_message1"), sender="Sari"),
            message(3, "c", before_text=reply("messages.html#go_to_message2"), sender="Budi"),
        )
        first, second, third = read.posts
        assert second["reply_to"] == first["post_key"]
        assert third["reply_to"] == second["post_key"]

    def test_a_message_of_another_page_is_kept_by_its_number(self, tmp_path: Path) -> None:
        page = message(5, "b", before_text=reply("messages3.html#go_to_message2"))
        read = read_blocks(tmp_path, page)
        assert read.post["reply_to"] is None
        assert extra(read) == {"reply_to_message": "2"}
        by_id = read_blocks(tmp_path, page, options=ReadOptions(chat="1234567890"))
        assert by_id.post["reply_to"] == "post:telegram:1234567890/2"

    def test_another_chat(self, tmp_path: Path) -> None:
        said = block("reply_to details", "In reply to a message in another chat")
        read = read_blocks(tmp_path, message(5, "b", before_text=said))
        assert read.post["reply_to"] is None
        assert extra(read) == {"reply_to": "In reply to a message in another chat"}


class TestText:
    @pytest.mark.parametrize(
        ("markup", "text"),
        [
            ("a<strong>b</strong><em>c</em>d", "abcd"),
            ("a  b<br><br>c", "a  b\n\nc"),
            ("&lt;b&gt;x&lt;/b&gt; &quot;&apos;&eacute;&#128038;", "<b>x</b> \"'é🐦"),
            ('<span class="spoiler hidden"><span aria-hidden="true">awas</span></span>', "awas"),
            ('x <a href = "stickers/1.webp">🐦</a>', "x 🐦"),
            ("<pre>kode<br> 2</pre><blockquote>kutip</blockquote>", "kode\n 2kutip"),
            ("a<script>alert('b')</script><style>p {}</style>c", "ac"),
            ("harga:<br>\n        1.000\n        rupiah", "harga:\n1.000 rupiah"),
            ("a\x00b", "a\N{REPLACEMENT CHARACTER}b"),
            (
                "&bogus; &#xD800; &#1114112;",
                "&bogus; \N{REPLACEMENT CHARACTER} \N{REPLACEMENT CHARACTER}",
            ),
        ],
    )
    def test_is_what_is_shown(self, tmp_path: Path, markup: str, text: str) -> None:
        assert read_blocks(tmp_path, message(1, markup)).post["text"] == text

    def test_elements_that_are_not_known_count_as_text(self, tmp_path: Path) -> None:
        rich = block("rich_message", "<h2>Daftar</h2><p>Murai</p><ul><li>jantan</li></ul>")
        read = read_blocks(tmp_path, message(1, before_text=rich))
        assert read.post["text"] == "Daftar\nMurai\njantan"

    def test_a_message_of_a_picture_only_is_a_post(self, tmp_path: Path) -> None:
        read = read_blocks(
            tmp_path, message(1, before_text=pages.picture("photo", "photos/photo_1.jpg"))
        )
        assert (read.post["text"], read.post["image"]) == (None, "photos/photo_1.jpg")


class TestLinks:
    @pytest.mark.parametrize(
        ("markup", "contact"),
        [
            ('<a href="mailto:toko@example.org">toko@example.org</a>', "toko@example.org"),
            ('<a href="tel:+1 202 555 0101">+1 202 555 0101</a>', "+1 202 555 0101"),
            ('<a href="https://t.me/kicau_shop">@kicau_shop</a>', "https://t.me/kicau_shop"),
            ('<a href="https://wa.me/12025550101">klik di sini</a>', "https://wa.me/12025550101"),
            ('<a href="https://example.org/a;b">x</a>', "https://example.org/a%3Bb"),
            ('<a href="https://example.org/">example.org</a>', None),
            ('<a href="" onclick="return ShowMentionName()">Budi</a>', None),
            ('<a href="" onclick="return ShowHashtag(&quot;murai&quot;)">#murai</a>', None),
            ('<a href="stickers/1.webp">x</a> <a href="javascript:alert(1)">y</a>', None),
            (
                '<a href="https://t.me/a">a</a> <a href="https://t.me/b">b</a> '
                '<a href="https://t.me/a">a</a>',
                "https://t.me/a;https://t.me/b",
            ),
        ],
    )
    def test_lead_to_contact_details(
        self, tmp_path: Path, markup: str, contact: str | None
    ) -> None:
        assert read_blocks(tmp_path, message(1, f"hub {markup}")).post["contact"] == contact

    def test_buttons_lead_there_too(self, tmp_path: Path) -> None:
        table = (
            '<table class="bot_buttons_table"><tbody><tr><td class="bot_button_row">'
            '<div class="bot_button"><a href="https://t.me/kicau_shop"><div>Pesan</div></a></div>'
            '<div class="bot_button"><a onclick="x()"><div>Lain</div></a></div>'
            "</td></tr></tbody></table>"
        )
        read = read_blocks(tmp_path, message(1, "a", after_text=table))
        assert (read.post["contact"], read.post["text"]) == ("https://t.me/kicau_shop", "a")
        assert extra(read)["buttons"] == [
            {"text": "Pesan", "url": "https://t.me/kicau_shop"},
            {"text": "Lain"},
        ]


class TestMedia:
    def test_what_is_not_included_is_said(self, tmp_path: Path) -> None:
        read = read_blocks(
            tmp_path,
            message(
                1,
                before_text=media(
                    "media_photo",
                    title="Photo",
                    description="Not included, change data exporting settings to download.",
                    status="800x600, 76.2 KB",
                ),
            ),
        )
        assert read.post["image"] is None
        (photo,) = extra(read)["media"]
        assert photo["kind"] == "photo" and photo["description"].startswith("Not included")

    def test_files(self, tmp_path: Path) -> None:
        read = read_blocks(
            tmp_path,
            message(1, before_text=media("media_file", href="files/a.pdf", title="a.pdf")),
            message(2, before_text=media("media_file", href="files/B.JPG", title="B.JPG")),
            message(3, before_text=pages.picture("video_file", "video_files/v.mp4")),
        )
        assert [post["image"] for post in read.posts] == [None, "files/B.JPG", None]
        assert json.loads(read.posts[0]["extra"])["media"][0]["file"] == "files/a.pdf"
        assert json.loads(read.posts[2]["extra"])["media"] == [
            {"kind": "video_file", "file": "video_files/v.mp4"}
        ]

    def test_contacts_that_were_passed_on(self, tmp_path: Path) -> None:
        card = media(
            "media_contact",
            href="contacts/contact_1.vcard",
            title="Pak Burung ",
            status="+1 202 555 0107 - vCard",
        )
        read = read_blocks(tmp_path, message(1, before_text=card))
        assert read.post["contact"] == "+1 202 555 0107"
        assert extra(read)["media"][0]["name"] == "Pak Burung"

    @pytest.mark.parametrize(
        ("kind", "parts", "location"),
        [
            ("location", {"title": "Location", "status": "-6.9, 107.6"}, "-6.9, 107.6"),
            ("live_location", {"title": "Live location"}, "-6.2, 106.8"),
            (
                "venue",
                {"title": "Pasar Sukahaji", "description": "Jl. Peta"},
                "Pasar Sukahaji, Jl. Peta, -6.2, 106.8",
            ),
        ],
    )
    def test_places(self, tmp_path: Path, kind: str, parts: dict[str, str], location: str) -> None:
        href = "https://maps.google.com/maps?q=-6.2,106.8&ll=-6.2,106.8&z=16"
        read = read_blocks(
            tmp_path, message(1, before_text=media(f"media_{kind}", href=href, **parts))
        )
        assert read.post["location"] == location

    def test_polls(self, tmp_path: Path) -> None:
        poll = block(
            "media_wrap clearfix",
            block(
                "media_poll",
                block("question bold", "Mana?")
                + block("details", "Anonymous poll")
                + block("answer", '- Murai <span class="details">2 votes</span>')
                + block("answer", "- Kacer")
                + block("total details\t", "2 votes"),
            ),
        )
        read = read_blocks(tmp_path, message(1, before_text=poll))
        assert extra(read)["media"] == [
            {"kind": "poll", "question": "Mana?", "answers": ["Murai 2 votes", "Kacer"]}
        ]

    def test_signatures_and_reactions(self, tmp_path: Path) -> None:
        reactions = (
            '<span class="reactions"><span class="reaction active"><span class="emoji">👍</span>'
            '<span class="userpics"><div class="userpic userpic2"><div class="initials" '
            'title="Sari  W">SW</div></div></span></span>'
            '<span class="reaction"><span class="emoji">🔥</span><span class="count">12</span>'
            "</span></span>"
        )
        after = block("signature details", "admin") + reactions
        read = read_blocks(tmp_path, message(1, "a", after_text=after))
        assert extra(read) == {"signature": "admin", "reactions": {"👍": 1, "🔥": 12}}
        assert list(read.suggested_own) == ["telegram:name/kicau mania bandung/Sari W"]


class TestKeys:
    def test_overlapping_exports_give_one_key(self, tmp_path: Path) -> None:
        one = read_blocks(tmp_path, message(7, "a"), message(8, "b", sender=None))
        other = read_blocks(
            tmp_path,
            message(8, "b, mended", date="09.03.2026 08:05:00 UTC+01:00"),
            message(9, "c"),
        )
        assert one.posts[1]["post_key"] == other.posts[0]["post_key"]
        assert len({post["post_key"] for post in [*one.posts, *other.posts]}) == 3

    def test_chats_of_one_title_share_no_post(self, tmp_path: Path) -> None:
        one = read_blocks(tmp_path, message(7, "a"))
        others = [
            read_blocks(tmp_path, message(7, "a", sender="Sari")),
            read_blocks(tmp_path, message(7, "a", date="09.03.2026 14:05:01 UTC+07:00")),
        ]
        assert one.post["post_key"] not in {other.post["post_key"] for other in others}

    def test_with_the_chats_id_a_post_has_the_key_of_other_exports(self, tmp_path: Path) -> None:
        for chat in ("-1001234567890", "channel1234567890", "1234567890"):
            read = read_blocks(tmp_path, message(7, "a"), options=ReadOptions(chat=chat))
            assert read.post["group_key"] == keys.group("telegram", "1234567890")
            assert read.post["post_key"] == "post:telegram:1234567890/7"
            assert read.post["account_key"] == "telegram:1234567890/Budi Santoso"
            assert read.tables["groups"]["native_id"].to_list() == ["1234567890"]
            assert not read.says("--chat")

    @pytest.mark.parametrize(("chat", "number"), [("5", 7), ("1234567890", -999999993)])
    def test_ids_that_each_account_counts_for_itself_are_not_trusted(
        self, tmp_path: Path, chat: str, number: int
    ) -> None:
        read = read_blocks(tmp_path, message(number, "a"), options=ReadOptions(chat=chat))
        assert read.post["post_key"].startswith("post:telegram:hash-")

    def test_a_message_twice_on_a_page_is_merged(self, tmp_path: Path) -> None:
        read = read_blocks(tmp_path, message(7, "a"), message(7, "a"), message(7, "b"))
        assert (len(read.posts), read.rows_merged) == (2, 1)
