"""What a WeChat message holds: words, a picture, a place, a card, something shared."""

from __future__ import annotations

import html
import re

LABELS = {
    "3": "[图片]",
    "34": "[语音]",
    "42": "[名片]",
    "43": "[视频]",
    "47": "[动画表情]",
    "48": "[位置]",
    "49": "[分享]",
    "50": "[语音通话]",
}
EMPTY = "[空消息]"
_PICTURE, _CARD, _PLACE, _SHARED = "3", "42", "48", "49"
_CHAT_RECORD, _ANSWER = "19", "57"
_LONGEST = 100_000
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


def told_content(kind: str, content: str) -> dict[str, object]:
    """Tell what a message of some type holds.

    Parameters
    ----------
    kind : str
        WeChat's number for the type; not a service message's.
    content : str
        Words, or XML; may be empty.

    Returns
    -------
    dict
        ``text image location contact forwarded_from``, as far as there are; never nothing. XML
        is kept as ``StrContent``.
    """
    if kind == "1":
        return {"text": content or EMPTY}
    label = LABELS.get(kind, f"[{kind}]")
    said = content[:_LONGEST]
    kept: dict[str, object] = {"StrContent": content or None}
    if kind == _PICTURE:
        return {**kept, "image": _attribute(said, "md5") or label}
    if kind == _CARD:
        who = _attribute(said, "alias") or _attribute(said, "username")
        shown = _attribute(said, "nickname")
        return {**kept, "text": _joined(label, shown), "contact": f"wechat: {who}" if who else None}
    if kind == _PLACE:
        named = _joined(_attribute(said, "poiname"), _attribute(said, "label"))
        return {**kept, "text": label, "location": named or None}
    if kind == _SHARED:
        return {**kept, **_shared(said, label)}
    return {**kept, "text": label}


def _shared(said: str, label: str) -> dict[str, object]:
    """Tell what was shared: a link, a file, an answer, a record of another chat."""
    sort = _element(said, "type")
    title, what, link = (_element(said, name) for name in ("title", "des", "url"))
    if sort == _ANSWER:
        return {"text": title or label, "answers": _element(said, "refermsg")}
    return {
        "text": _joined(label, title, what, link),
        "forwarded_from": title or label if sort == _CHAT_RECORD else None,
    }


def _joined(*parts: str | None) -> str:
    """Put the parts that are there under each other."""
    return "\n".join(dict.fromkeys(part for part in parts if part))


def _attribute(said: str, name: str) -> str | None:
    """Look up an attribute in XML."""
    found = re.search(rf'\b{name}\s*=\s*"([^"<>]*)"', said)
    return html.unescape(found.group(1)).strip() or None if found else None


def _element(said: str, name: str) -> str | None:
    """Look up the text of the first element of a name."""
    _, opened, rest = said.partition(f"<{name}>")
    inner, closed, _ = rest.partition(f"</{name}>")
    if not (opened and closed):
        return None
    return html.unescape(_CDATA.sub(r"\1", inner)).strip() or None
