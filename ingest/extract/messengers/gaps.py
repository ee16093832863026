"""What may stand between a word that announces a name and the name."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.extract.folding import IGNORED

_ID_WORDS = (
    "id", "i.d", "user", "username", "usn", "uname", "nick", "nickname", "acc", "account", "akun",
    "cuenta", "conta", "konto", "add me", "айди", "ник", "perfil", "arroba", "usuario", "usuário",
    "profil", "profile", "profilo", "pseudo", "benutzername", "handle",
)  # fmt: skip
_OTHER_WORDS = (
    "no", "nr", "num", "number", "nomor", "me", "my", "saya", "kami", "aku", "kita", "us", "nya",
    "name", "nama", "nombre", "is", "es", "là", "adalah", "add", "at", "seller", "admin", "owner",
    "shop", "store", "toko", "official", "channel", "grup", "group", "pin", "bb", "new", "baru",
    "ko", "namin", "naming", "po", "nosso", "meu", "minha", "nuestro", "mi", "é", "e", "da", "do",
    "loja", "tienda", "unser", "notre", "nostro",
    "pe", "par", "aao", "on", "unter", "auf", "bei", "su", "en", "em", "por", "via", "sous",
)  # fmt: skip
_ID_SIGNS = (
    "号码", "號碼", "账号", "帐号", "帳號", "賬號", "号", "號", "ไอดี", "아이디", "معرف",
    "아뒤", "친추", "يوزر", "حسابي", "حسابنا",
)  # fmt: skip
_OTHER_SIGNS = (
    "是", "为", "為", "搜索", "搜", "加我", "添加", "加", "联系", "聯繫", "我", "请", "請", "同号",
    "同號", "客服", "频道", "群组", "คือ", "แอด",
    "는", "은", "추가", "검색", "문의", "또는", "이나",
)  # fmt: skip
_MARKS = r"[:=>~→➡⇒👉👇⬇☞»()\[\]【】「」“”\"|·✅-]|\(?@\)?"


def _gap() -> str:
    """Pattern of a gap."""
    ids, others = (
        "|".join(map(re.escape, words)).replace(r"\ ", " ") for words in (_ID_WORDS, _OTHER_WORDS)
    )
    edge = r"(?a:\b)(?![._-][a-z0-9])"
    signs = rf"(?:{ids}){edge}|{'|'.join(_ID_SIGNS)}|{_MARKS}"
    others = rf"(?:{others}){edge}|{'|'.join(_OTHER_SIGNS)}"
    space = rf"[ \t{IGNORED}]"
    return rf"(?:{space}{{0,3}}(?:{signs}|{others})){{0,5}}{space}{{0,3}}(?:\n{space}{{0,3}})?@?"


_GAP = re.compile(_gap())
_ID = re.compile(
    rf"(?a:(?<![a-z])(?:{'|'.join(map(re.escape, _ID_WORDS))})(?![a-z]))|{'|'.join(_ID_SIGNS)}"
)
_MARK = re.compile(r"[:=>~→➡⇒👉👇⬇☞»(\[【「“\"✅]|(?: -|- |--)")
_ID_BEFORE = re.compile(r"(?<![a-z])(?:id|user|username|akun|account|ไอดี|아이디)[ ._-]{0,2}$")
_ASKED_BEFORE = re.compile(
    r"(?<![a-z])(?:add|dm|pm|invite|follow|(?:segue|siga|sigam|siguenos|síguenos|sígueme|seguime|"
    r"seguici|seguimi|suivez|folgt|follow|ikuti|chama|procura)(?: (?:me|lá|nos|la|us|nous|uns))?"
    r"(?: (?:no|na|en|on|su|sur|auf|di|nosso|o))?)[ ]{1,2}$|(?:加|แอด)$"
)
_SEEN_BEFORE = 28


class Gap(NamedTuple):
    """What a gap tells.

    Attributes
    ----------
    end : int
        Where the name would begin.
    has_id : bool
        Whether a word says that an id or account name follows.
    has_mark : bool
        Whether a colon or the like does.
    has_at : bool
        Whether ``@`` does.
    is_asked : bool
        Whether a word before the cue asks to add or to write to somebody.
    is_empty : bool
        Whether nothing at all stands there.
    """

    end: int
    has_id: bool
    has_mark: bool
    has_at: bool
    is_asked: bool
    is_empty: bool

    @property
    def is_sign(self) -> bool:
        """Whether anything in it shows that a name follows."""
        return self.has_id or self.has_mark or self.has_at or self.is_asked


def read_gap(text: str, start: int, end: int) -> Gap | None:
    """Read the gap behind a cue.

    Parameters
    ----------
    text : str
        In lower case, without what shows nothing.
    start, end : int
        Place of the cue.

    Returns
    -------
    Gap or None
        None where a new line begins without a mark before it.
    """
    match = _GAP.match(text, end)
    if match is None:
        return None
    written, before = match.group(), text[max(0, start - _SEEN_BEFORE) : start]
    has_id = (
        _ID.search(written) is not None
        or _ID.search(text, start, end) is not None
        or _ID_BEFORE.search(before) is not None
    )
    gap = Gap(
        match.end(),
        has_id,
        _MARK.search(written) is not None,
        "@" in written,
        _ASKED_BEFORE.search(before) is not None,
        not written,
    )
    return None if "\n" in written and not gap.is_sign else gap
