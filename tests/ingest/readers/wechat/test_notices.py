from __future__ import annotations

import pytest

from ingest.readers.wechat.chats import Person, account_id
from ingest.readers.wechat.notices import Notice, read_notice

ME = Person(is_own=True)


def named(*names: str) -> tuple[Person, ...]:
    return tuple(Person(name=name) for name in names)


@pytest.mark.parametrize(
    ("words", "notice"),
    [
        ('"A"邀请"B"加入了群聊', Notice("joined", named("B"), by=Person(name="A"))),
        ('"A"邀请"B"、"C"加入了群聊', Notice("joined", named("B", "C"), by=Person(name="A"))),
        ('你邀请"B、C"加入了群聊', Notice("joined", named("B", "C"), by=ME)),
        (
            '"A"邀请你加入了群聊，群聊参与人还有：B、C',
            Notice("joined", (ME,), named("B", "C"), Person(name="A")),
        ),
        ('"A"邀请你和"B"加入了群聊', Notice("joined", (ME, *named("B")), by=Person(name="A"))),
        (
            '"B"通过扫描"A"分享的二维码加入群聊',
            Notice("joined", named("B"), by=Person(name="A")),
        ),
        ("“B”通过扫描你分享的二维码加入群聊", Notice("joined", named("B"), by=ME)),
        ('"B"加入了群聊', Notice("joined", named("B"))),
        ('你将"B"移出了群聊', Notice("left", named("B"), by=ME)),
        ('"A"将"B"移出群聊', Notice("left", named("B"), by=Person(name="A"))),
        ('你被"A"移出群聊', Notice("left", (ME,), by=Person(name="A"))),
        ('"B"退出了群聊', Notice("left", named("B"))),
        ('"A"修改群名为“Birds “2””', Notice("titled", by=Person(name="A"), title='Birds "2"')),
        ("你修改群名为“Birds”", Notice("titled", by=ME, title="Birds")),
        ('"B"已成为新群主', Notice("owner", named("B"))),
        ('"A" invited "B" to the group chat', Notice("joined", named("B"), by=Person(name="A"))),
        ("You invited B, C to the group chat", Notice("joined", named("B", "C"), by=ME)),
        ('You removed "B" from the group chat', Notice("left", named("B"), by=ME)),
        (
            '"A" changed the group name to "Birds"',
            Notice("titled", by=Person(name="A"), title="Birds"),
        ),
        (
            '"A(wxid_a1)"邀请"B (2)(wxid_b2)、C(wxid_c3)"加入了群聊',
            Notice(
                "joined",
                (Person("wxid_b2", "B (2)"), Person("wxid_c3", "C")),
                by=Person("wxid_a1", "A"),
            ),
        ),
        ('"A" 撤回了一条消息', Notice()),
        ("收到红包，请在手机上查看", Notice()),
        ('<sysmsg type="revokemsg"><content>"A" 撤回了一条消息</content></sysmsg>', Notice()),
        ("<sysmsg><plain>“B”加入了群聊</plain></sysmsg>", Notice("joined", named("B"))),
        ("<sysmsg", Notice()),
        ("", Notice()),
    ],
)
def test_wordings(words: str, notice: Notice) -> None:
    assert read_notice(words) == notice


@pytest.mark.parametrize(
    ("stated", "known"),
    [
        ("wxid_abc123", "wxid_abc123"),
        ("old-style88", "old-style88"),
        ("gh_0123456789ab", "gh_0123456789ab"),
        ("2198300@openim", "2198300@openim"),
        ("7", None),
        ("1@chatroom", None),
        ("我", None),
        ("two words", None),
        (None, None),
    ],
)
def test_ids_of_accounts(stated: str | None, known: str | None) -> None:
    assert account_id(stated) == known
