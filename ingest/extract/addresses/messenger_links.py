"""Addresses that open a chat, a profile or a group in a messenger, one reader per messenger."""

from __future__ import annotations

import re

from ingest.extract.addresses import read
from ingest.extract.addresses.read import Read, number_in_link
from ingest.extract.phones import numbers

TELEGRAM_HOSTS = frozenset({"t.me", "telegram.me", "telegram.dog"})
WHATSAPP_HOSTS = frozenset({"wa.me", "api.whatsapp.com", "web.whatsapp.com", "whatsapp.com"})
_TELEGRAM_NAME = re.compile(r"@?([A-Za-z][A-Za-z0-9_]{3,31})")
_TELEGRAM_PAGES = frozenset({
    "addstickers", "addemoji", "addtheme", "addlist", "share", "proxy", "socks", "iv",
    "setlanguage", "login", "bg", "msg", "confirmphone", "giftcode", "boost", "invoice",
    "joinchat", "contact",
})  # fmt: skip
_LINE_NAME = re.compile(r"[A-Za-z0-9_.-]{3,20}")
_KAKAO_NAME = re.compile(r"[A-Za-z0-9_.-]{4,20}")
_ZALO_NAME = re.compile(r"[A-Za-z0-9_.]{4,40}")
_ZALO_PAGES = frozenset({"pc", "app", "apps", "download", "oa", "login", "home", "chat", "video"})
_ZALO_COUNTRY = "VN"
_QQ_NUMBER = re.compile(r"[1-9][0-9]{4,10}")
_SNAPCHAT_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{2,14}")
_THREEMA_ID = re.compile(r"[A-Z0-9*][A-Z0-9]{7}")
_SIGNAL_CODE = re.compile(r"[A-Za-z0-9_=-]{20,100}")


def telegram(steps: list[str]) -> Read | None:
    """Read a name, a number or an invitation on t.me."""
    if steps and steps[0] == "s":
        steps = steps[1:]
    if not steps:
        return None
    first = steps[0].removeprefix("%2B") if steps[0].startswith("%2B") else steps[0]
    if first.startswith("+") or first != steps[0]:
        return _telegram_plus(first.removeprefix("+"))
    if first == "joinchat" and len(steps) > 1:
        return read.invite("t.me/+", steps[1])
    if first == "c" and len(steps) > 1 and steps[1].isdecimal():
        return read.group(f"t.me/c/{steps[1]}")
    name = _TELEGRAM_NAME.fullmatch(first)
    if name is not None and name[1].lower() not in _TELEGRAM_PAGES:
        return read.handle("telegram", name[1], "t.me")
    return None


def _telegram_plus(code: str) -> Read | None:
    """Read what stands behind a plus: a telephone number or an invitation."""
    number = numbers.clean("+" + code, None) if code.isdecimal() else None
    return read.phone(number, "t.me", "telegram") or read.invite("t.me/+", code)


def whatsapp(host: str, steps: list[str], query: dict[str, str], region: str | None) -> Read | None:
    """Read the number that a WhatsApp link opens a chat with, a group or a channel."""
    if host == "chat.whatsapp.com":
        steps = steps[1:] if steps[:1] == ["invite"] else steps
        return read.invite("chat.whatsapp.com/", steps[0]) if steps else None
    if steps[:1] == ["channel"] and len(steps) > 1:
        return read.invite("whatsapp.com/channel/", steps[1])
    written = query.get("phone", "")
    if steps and (host == "wa.me" or steps[0] == "catalog"):
        written = steps[-1] if steps[0] in ("c", "p", "catalog") else steps[0]
    return read.phone(number_in_link(written, region), "wa.me", "whatsapp")


def line(steps: list[str]) -> Read | None:
    """Read a LINE id behind a link to add a friend, or a group."""
    if steps[:1] == ["R"]:
        steps = steps[1:]
    if steps[:1] == ["oaMessage"] and len(steps) > 1:
        return _line_name(steps[1])
    if len(steps) < 3 or steps[0] != "ti":
        return None
    if steps[1] in ("g", "g2"):
        return read.invite(f"line.me/ti/{steps[1]}/", steps[2])
    return _line_name(steps[2]) if steps[1] == "p" else None


def _line_name(written: str) -> Read | None:
    """Read an id behind ``~`` or ``@``; what has neither is an opaque code."""
    plain = written.replace("%40", "@").replace("%7E", "~").replace("%7e", "~")
    name = plain.lstrip("@~")
    if name == plain or not _LINE_NAME.fullmatch(name):
        return None
    return read.handle("line", name, "line.me")


def kakao(host: str, steps: list[str]) -> Read | None:
    """Read an open chat, a channel or a profile of KakaoTalk."""
    if host == "open.kakao.com" and len(steps) > 1 and steps[0] == "o":
        return read.invite("open.kakao.com/o/", steps[1])
    if host == "open.kakao.com" and len(steps) > 1 and steps[0] == "me":
        return read.handle("kakao", steps[1], host) if _KAKAO_NAME.fullmatch(steps[1]) else None
    if host == "pf.kakao.com" and steps and steps[0].startswith("_"):
        return read.handle("kakao", steps[0], host)
    return None


def zalo(steps: list[str]) -> Read | None:
    """Read a number, a group or an official account of Zalo."""
    if len(steps) > 1 and steps[0] == "g":
        return read.invite("zalo.me/g/", steps[1])
    if not steps:
        return None
    found = read.phone(number_in_link(steps[0], _ZALO_COUNTRY), "zalo.me", "zalo")
    is_name = len(steps) == 1 and steps[0].lower() not in _ZALO_PAGES
    if found is not None or not (is_name and _ZALO_NAME.fullmatch(steps[0])):
        return found
    if steps[0].isdecimal() and len(steps[0]) < 16:
        return None
    return read.handle("zalo", steps[0], "zalo.me")


def signal(host: str, fragment: str) -> Read | None:
    """Read a number, a user name's code or a group of Signal; all stand behind ``#``."""
    if host == "signal.group":
        code = fragment.strip("/")
        value = f"signal.group/#{code}"
        return read.group(value) if _SIGNAL_CODE.fullmatch(code) else None
    kind, _, written = fragment.partition("/")
    if kind == "p":
        return read.phone(number_in_link(written, None), "signal.me", "signal")
    if kind == "eu" and _SIGNAL_CODE.fullmatch(written):
        value = f"signal.me/#eu/{written}"
        return Read("url", value, f"url:{value}", "signal.me", 0.95)
    return None


def viber(host: str, query: dict[str, str], region: str | None) -> Read | None:
    """Read a number or a group of Viber."""
    if host == "invite.viber.com" and query.get("g2", ""):
        return read.invite("invite.viber.com/?g2=", query["g2"])
    return read.phone(number_in_link(query.get("number", ""), region), "viber", "viber")


def tencent(host: str, steps: list[str], query: dict[str, str]) -> Read | None:
    """Read a QQ number, or a group of QQ or WeChat."""
    number = query.get("uin", "")
    if host == "user.qzone.qq.com" and steps:
        number = steps[0]
    if host in ("wpa.qq.com", "user.qzone.qq.com") and _QQ_NUMBER.fullmatch(number):
        return Read("qq", number, f"qq:{number}", host, 0.95)
    if host == "jq.qq.com" and query.get("k", ""):
        return read.invite("jq.qq.com/?k=", query["k"])
    if host == "weixin.qq.com" and steps[:1] == ["g"] and len(steps) > 1:
        return read.invite("weixin.qq.com/g/", steps[1])
    return None


def other(host: str, steps: list[str]) -> Read | None:
    """Read a name in a messenger that has no kind of its own, which only a link tells for sure."""
    if host == "snapchat.com" and steps[:1] == ["add"] and len(steps) > 1:
        value = f"snapchat/{steps[1].lower()}"
        is_name = _SNAPCHAT_NAME.fullmatch(steps[1])
        return Read("other", value, f"other:{value}", host, 0.95) if is_name else None
    if host == "threema.id" and steps and _THREEMA_ID.fullmatch(steps[0].upper()):
        value = f"threema/{steps[0].upper()}"
        return Read("other", value, f"other:{value}", host, 0.95)
    return None
