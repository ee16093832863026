from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ingest.readers.options import ReadOptions
from ingest.readers.telegram_html.service import day_of, names_in, read_service
from tests.ingest.readers.telegram_html import pages
from tests.ingest.readers.telegram_html.pages import message, service
from tests.ingest.readers.telegram_html.reading import Read, read_blocks

PREFIX = "telegram:name/kicau mania bandung/"


def changes(read: Read) -> list[tuple[str | None, ...]]:
    """Who joined or left, by whom, in which role."""
    return [
        tuple(value and value.removeprefix(PREFIX) for value in row)
        for row in read.tables["memberships"]
        .select("account_key", "event", "by_key", "role")
        .iter_rows()
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sari invited Budi", [("Budi", "joined", "Sari", None)]),
        ("Budi invited Budi", [("Budi", "joined", None, None)]),
        (
            "Sari invited Budi, Agus W and Tono",
            [(name, "joined", "Sari", None) for name in ("Budi", "Agus W", "Tono")],
        ),
        ("Sari removed Budi", [("Budi", "left", "Sari", None)]),
        ("Budi removed Budi", [("Budi", "left", None, None)]),
        ("Budi joined group by link from Sari", [("Budi", "joined", "Sari", None)]),
        ("Budi joined group by link from Deleted Account", [("Budi", "joined", None, None)]),
        ("Budi joined group by request", [("Budi", "joined", None, None)]),
        ("Budi left group", [("Budi", "left", None, None)]),
        (
            "Sari created group &laquo;Murai &amp; Co&raquo; with members Budi and Agus",
            [
                ("Sari", "joined", None, "creator"),
                ("Budi", "joined", "Sari", None),
                ("Agus", "joined", "Sari", None),
            ],
        ),
        ("Sari made Budi the new main admin of the group", [("Budi", None, None, "creator")]),
        ("Sari invited Deleted Account", []),
        ("Sari removed group photo", []),
        ("Sari invited Budi to the voice chat", []),
        ("Sari created topic &laquo;Murai&raquo;", []),
        ("Sari removed &quot;Murai&quot; from the poll.", []),
        ('Sari pinned <a href="#go_to_message1">this message</a>', []),
        ("Sari converted this group to a supergroup", []),
        ("Sari joined Telegram", []),
    ],
)
def test_who_joined_and_left(
    tmp_path: Path, text: str, expected: list[tuple[str | None, ...]]
) -> None:
    read = read_blocks(tmp_path, service(5, text), message(6, "a", sender="Tono"))
    assert changes(read) == expected
    assert (read.rows_read, read.rows_accepted, len(read.posts)) == (2, 2, 1)
    assert not read.says("no kind that is known")
    keys = read.tables["accounts"]["account_key"]
    assert {PREFIX + key for row in expected for key in (row[0], row[2]) if key} <= set(keys)


def test_rows_of_no_known_kind_are_counted(tmp_path: Path) -> None:
    read = read_blocks(
        tmp_path, service(5, "Budi a rejoint le groupe"), service(6, "???"), message(7, "a")
    )
    assert read.rows_accepted == 3
    assert read.says("2 service rows are of no kind that is known")


def test_a_message_that_the_program_did_not_know_is_refused(tmp_path: Path) -> None:
    text = (
        "This message is not supported by this version of Telegram Desktop. "
        "Please update the application."
    )
    read = read_blocks(tmp_path, message(1, "a"), service(5, text))
    assert "too old" in read.reasons[0]


class TestDates:
    def test_are_those_of_the_message_before(self, tmp_path: Path) -> None:
        read = read_blocks(
            tmp_path,
            pages.day(1, "8 March 2026"),
            service(1, "Budi joined group by request"),
            message(2, "a", date="09.03.2026 10:00:00 UTC+07:00"),
            service(3, "Sari joined group by request"),
            pages.day(2, "10 March 2026"),
            service(4, "Agus joined group by request"),
        )
        assert read.tables["memberships"]["seen_at"].to_list() == [
            datetime(2026, 3, 7, 17, tzinfo=UTC),
            datetime(2026, 3, 9, 3, tzinfo=UTC),
            datetime(2026, 3, 9, 17, tzinfo=UTC),
        ]
        assert read.says("carry no time of their own")

    def test_lines_between_days_are_no_rows(self, tmp_path: Path) -> None:
        read = read_blocks(tmp_path, pages.day(1, "9 March 2026"), message(1, "a"))
        assert read.rows_read == 1

    def test_a_row_before_any_date_has_none(self, tmp_path: Path) -> None:
        read = read_blocks(tmp_path, service(1, "Budi joined group by request"))
        assert read.tables["memberships"]["seen_at"].to_list() == [None]

    def test_what_a_supergroup_took_over_has_negative_ids_and_is_read(self, tmp_path: Path) -> None:
        read = read_blocks(
            tmp_path,
            pages.day(1, "9 March 2026"),
            service(-999_999_998, "Sari invited Budi"),
            message(-999_999_997, "a"),
        )
        assert changes(read) == [("Budi", "joined", "Sari", None)]
        assert read.rows_read == 2


class TestTitles:
    def test_are_dated(self, tmp_path: Path) -> None:
        read = read_blocks(
            tmp_path,
            pages.day(1, "9 March 2026"),
            service(1, "Sari created group &laquo;Lama&raquo;"),
            message(2, "a"),
            service(3, "Sari changed group title to &laquo;Baru &raquo; sekali&raquo;"),
            message(4, "b", date="11.03.2026 09:00:00 UTC+07:00"),
        )
        assert read.tables["groups"].sort("seen_at").select("name", "seen_at").rows() == [
            ("Lama", datetime(2026, 3, 8, 17, tzinfo=UTC)),
            ("Baru » sekali", datetime(2026, 3, 9, 7, 5, tzinfo=UTC)),
            (pages.TITLE, datetime(2026, 3, 11, 2, tzinfo=UTC)),
        ]
        assert read.tables["groups"]["group_key"].n_unique() == 1

    def test_of_channels(self, tmp_path: Path) -> None:
        read = read_blocks(
            tmp_path,
            service(1, "Channel &laquo;Lama&raquo; created"),
            service(2, "Channel title changed to &laquo;Baru&raquo;"),
        )
        assert read.tables["groups"]["name"].to_list()[:2] == ["Lama", "Baru"]


def test_names_that_look_like_lists(tmp_path: Path) -> None:
    read = read_blocks(
        tmp_path,
        message(1, "a", sender="Tom and Jerry"),
        message(2, "a", sender="Budi, Ketua"),
        service(3, "Sari invited Tom and Jerry"),
        service(4, "Sari invited Budi, Ketua, Agus and Tom and Jerry"),
    )
    joined = [row[0] for row in changes(read)]
    assert joined == ["Tom and Jerry", "Budi, Ketua", "Agus", "Tom and Jerry"]


@pytest.mark.parametrize(
    ("listed", "known", "names"),
    [
        ("Budi", [], ["Budi"]),
        ("Budi, Ketua", [], ["Budi, Ketua"]),
        ("A and B", [], ["A", "B"]),
        ("A, B and C", [], ["A", "B", "C"]),
        ("A and B", ["A and B"], ["A and B"]),
        ("A, B and C", ["B and C"], ["A", "B and C"]),
        ("A, B and C", ["A, B"], ["A, B", "C"]),
        (" and ", [], ["", ""]),
    ],
)
def test_names_in_a_list(listed: str, known: list[str], names: list[str]) -> None:
    assert names_in(listed, known) == names


def test_days() -> None:
    assert day_of("9 March 2026") == date(2026, 3, 9)
    for text in ("31 February 2026", "9 Maret 2026", "9 March 2026 x", "0 March 2026", ""):
        assert day_of(text) is None


def test_long_rows_are_read_quickly_or_refused(tmp_path: Path) -> None:
    for text in (
        "a created group «" * 1_000,
        "a invited " * 1_900,
        " made x" * 2_800,
        " set a background chat theme" * 700,
        "a" + ", b" * 6_000 + " and c",
    ):
        read_service(text)
        names_in(text, ())
    read = read_blocks(tmp_path, service(1, "Sari invited " + "x" * 20_000))
    assert "longer than 20,000" in read.reasons[0]


@pytest.mark.parametrize("zone", [None, "Asia/Jakarta"])
def test_days_are_those_of_the_exporter(tmp_path: Path, zone: str | None) -> None:
    read = read_blocks(
        tmp_path,
        pages.day(1, "9 March 2026"),
        service(1, "Budi joined group by request"),
        message(2, "a"),
        options=ReadOptions(time_zone=zone),
    )
    seen_at = read.tables["memberships"]["seen_at"].to_list()
    assert seen_at == [datetime(2026, 3, 8, 17, tzinfo=UTC)]
