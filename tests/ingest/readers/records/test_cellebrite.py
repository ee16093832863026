from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from ingest.readers.records.file_id import file_id
from tests.ingest.readers.reading import Read, read

FIXTURE = Path(__file__).parent / "fixtures" / "report.xml"
PASAR = "whatsapp:group:12025550100-1400000000@g.us"
OWNER = "whatsapp:+12025550100"
BUDI = "whatsapp:+12025550101"


@pytest.fixture(scope="module")
def report() -> Read:
    return read(FIXTURE)


def test_counts_everything_once(report: Read) -> None:
    assert report.format == "cellebrite"
    counts = (len(report.posts), len(report.memberships), len(report.links), report.rows_described)
    assert counts == (4, 6, 5, 3)
    assert report.rows_read == 20


def test_messages_of_a_group_are_posts(report: Read) -> None:
    offered = report.posts.row(0, named=True)
    assert (offered["account_key"], offered["group_key"]) == (BUDI, PASAR)
    assert offered["post_key"] == "post:whatsapp:12025550100-1400000000@g.us/3EB0FIKSI00000000001"
    assert offered["text"] == "Dijual: murai fiksi"
    assert offered["image"] == "files/Image/IMG-1.jpg"
    assert str(offered["posted_at"]) == "2026-03-01 08:15:00+00:00"
    assert offered["locator"] == "Chat 1, message 1"


def test_what_was_deleted_and_whose_telephone_it_is_stay_with_the_post(report: Read) -> None:
    asked = report.posts.row(1, named=True)
    extra = json.loads(asked["extra"])
    assert (extra["deleted_state"], extra["is_phone_owner"]) == ("Deleted", "true")
    assert str(asked["posted_at"]) == "2026-03-01 08:16:00+00:00"
    assert report.suggested_own == {}
    assert any(OWNER in notice and "Fiksi Contoh 7" in notice for notice in report.notices)


def test_a_chat_of_two_is_named_by_the_two(report: Read) -> None:
    forwarded, empty = report.posts.rows(named=True)[2:]
    assert forwarded["group_key"] == "telegram:group:7100&7200"
    assert forwarded["post_key"].startswith("post:telegram:hash-")
    assert forwarded["forwarded_from"] == "another message"
    assert json.loads(json.loads(forwarded["extra"])["recipient_keys"]) == ["telegram:user7200"]
    assert (empty["account_key"], empty["text"], empty["post_id"]) == (None, None, "i-5")


def test_participants_belong_and_messages_of_the_app_are_no_posts(report: Read) -> None:
    roles = report.memberships.select("account_key", "group_key", "role").rows()
    assert roles == [
        (BUDI, PASAR, None),
        (BUDI, PASAR, "admin"),
        (OWNER, PASAR, None),
        ("whatsapp:+12025550103", PASAR, None),
        ("telegram:user7100", "telegram:group:7100&7200", None),
        ("telegram:user7200", "telegram:group:7100&7200", None),
    ]
    assert any(
        notice.startswith("Messages of the apps themselves, 1 in all") for notice in report.notices
    )


def test_calls_messages_and_mails_are_links(report: Read) -> None:
    sender = f"record:{file_id(FIXTURE)}/FIKSIBANK"
    assert report.links.select("from_key", "to_key", "kind").rows() == [
        ("phone:+12025550104", "phone:+12025550100", "call"),
        (OWNER, BUDI, "call"),
        ("phone:+12025550100", "phone:+12025550104", "sms"),
        ("phone:+12025550100", sender, "sms"),
        ("email:budi@contoh.example", "email:shop@contoh.example", "email"),
    ]
    call, text = report.links.row(0, named=True), report.links.row(2, named=True)
    assert json.loads(call["extra"])["Duration"] == "00:01:02"
    assert json.loads(json.loads(call["extra"])["names"]) == {"+1 202-555-0104": "Sari"}
    said = json.loads(text["extra"])
    assert (said["Body"], said["deleted_state"]) == ("Transfer sudah", "Deleted")
    assert str(text["occurred_at"]) == "2026-03-03 10:00:00+00:00"


def test_contacts_and_accounts_are_described_without_passwords(report: Read) -> None:
    named = {row["account_key"]: row for row in report.accounts.iter_rows(named=True)}
    shop = named["facebook:100000000000001"]
    assert (shop["handle"], shop["name"]) == ("toko.contoh", "Toko Contoh")
    sari = named[f"record:{file_id(FIXTURE)}/+12025550104"]
    assert (sari["name"], sari["contact"], sari["bio"]) == (
        "Sari",
        "+12025550104",
        "Notes: courier",
    )
    assert "instagram:@contoh.owner" in named
    assert "rahasia" not in str(report)
    assert report.aliases.select("key", "same_as").rows() == [
        ("facebook:@toko.contoh", "facebook:100000000000001")
    ]


def test_what_names_nobody_is_refused_and_the_rest_passed_over(report: Read) -> None:
    assert report.rejected.select("locator", "reason").rows() == [
        ("Call 3", "the call names nobody"),
        ("Contact 3", "the Contact has neither a name nor a number"),
    ]
    assert "Passed over in the report: 1 Location." in report.notices


def test_a_report_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    cut = tmp_path / "cut"
    cut.write_bytes(FIXTURE.read_bytes()[:6_000])
    found = read(cut)
    assert len(found.posts) > 0
    assert any("breaks off" in reason for reason in found.reasons)


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb"
    whole = FIXTURE.read_text()
    head, rest = whole.split("<project", 1)
    bomb.write_text(f'{head}<!DOCTYPE project [<!ENTITY a "{"b" * 99}">]><project{rest}')
    with pytest.raises(SourceError, match="document type"):
        read(bomb)


@settings(max_examples=40, deadline=None)
@given(
    place=st.integers(0, FIXTURE.stat().st_size - 1),
    junk=st.sampled_from([b"", b"<", b"</model>", b'"', b"\0", b"\xff\xfe", b"&a;", b"@", b"9"]),
    length=st.integers(0, 40),
)
def test_damaged_reports_never_break(
    tmp_path_factory, place: int, junk: bytes, length: int
) -> None:
    whole = FIXTURE.read_bytes()
    damaged = tmp_path_factory.mktemp("fuzz") / "report"
    damaged.write_bytes(whole[:place] + junk + whole[place + length :])
    try:
        read(damaged, format_name="cellebrite")
    except SourceError:
        return


def test_messages_that_are_repeated_exactly_are_merged(tmp_path: Path) -> None:
    head, rest = FIXTURE.read_text().split('<model type="InstantMessage" id="i-2"', 1)
    start = head.index('<model type="InstantMessage" id="i-1"')
    many = tmp_path / "many"
    many.write_text(head + head[start:] * 2_000 + '<model type="InstantMessage" id="i-2"' + rest)
    found = read(many)
    assert (len(found.posts), found.rows_merged) == (4, 2_000)


def test_national_numbers_of_two_reports_are_not_one_account(tmp_path: Path) -> None:
    written = FIXTURE.read_text(encoding="utf-8")
    accounts = []
    for number in ("one", "two"):
        chat = (
            '<model type="Chat" id="c-9">'
            '<field name="Source"><value>Native Messages</value></field>'
            '<multiModelField name="Messages"><model type="InstantMessage" id="i-9">'
            '<modelField name="From"><model type="Party" id="p-9"><field name="Identifier">'
            "<value>0612345678</value></field></model></modelField>"
            f'<field name="Body"><value>{number}</value></field></model></multiModelField></model>'
        )
        changed = written.replace('<modelType type="Chat">', f'<modelType type="Chat">{chat}', 1)
        path = tmp_path / f"{number}.xml"
        path.write_text(changed, encoding="utf-8")
        posts = read(path).posts
        accounts.append(posts.filter(posts["text"] == number)["account_key"].item())
    assert all(key.endswith("/0612345678") for key in accounts)
    assert accounts[0] != accounts[1]
