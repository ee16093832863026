"""Keys as Spoor writes them, or nearly so, in a table that a person keeps."""

from __future__ import annotations

import re

from graph import keys
from ingest.extract.phones import numbers
from ingest.readers.options import ReadOptions
from ingest.readers.records.apps import whatsapp_number
from ingest.readers.records.endpoint_forms import money_key
from ingest.readers.refusal import Refusal

PLATFORMS = frozenset({
    "telegram", "whatsapp", "facebook", "instagram", "tiktok", "wechat", "discord", "x", "vk",
    "line", "viber", "signal", "youtube", "weibo", "snapchat", "kuaishou", "douyin", "xiaohongshu",
    "taobao", "xianyu", "ebay", "shopee", "lazada", "tokopedia", "bukalapak", "olx", "carousell",
    "reddit", "linkedin", "threads", "zalo", "kakao", "kakaotalk", "skype", "imo", "threema",
    "wickr", "session", "ok", "avito", "marktplaats", "kaskus", "mastodon", "bluesky", "pinterest",
    "sms", "ftm", "record",
})  # fmt: skip
"""Whose names before a colon make a key; of others a company may be called so."""

_SHAPE = re.compile(r"([^\s:/@]{1,30}):(\s*)(\S.*)", re.DOTALL)
_EMAIL = re.compile(r"[^\s@:;]{1,64}@[^\s@:;]+\.[^\s@:;]+")
_MONEY = frozenset({"iban", "btc", "eth", "trx"})
_HANDLE = re.compile(r"[a-z]+:\S+")
_NUMBER = re.compile(r"\+[\d ().-]{6,30}")
_BANK = re.compile(r"[A-Za-z]{2}:[^\s:]+:[\d\s.-]+")


def key_as_written(written: str, options: ReadOptions) -> str | None:
    """Read a key; None where it is no key.

    Parameters
    ----------
    written : str
        ``telegram:user1``, ``phone:+62 812 …``, ``bank:ID:BCA:123``.
    options : ReadOptions
        Its region tells national phone numbers; its platform is one whose name makes a key.

    Raises
    ------
    Refusal
        If it is a key and names nothing that can be the end of a link.
    """
    shape = _SHAPE.fullmatch(written)
    if shape is None:
        return None
    kind, blank, value = shape.group(1).lower(), shape.group(2), shape.group(3).strip()
    if kind in keys.DETAIL_KINDS:
        return _detail(kind, value, options.region)
    platform = keys.platform(kind)
    known = PLATFORMS | ({keys.platform(options.platform)} if options.platform else set())
    if platform not in known or not (_NUMBER.fullmatch(value) or _is_one_word(value, blank)):
        return None
    return _account(platform, value)


def _is_one_word(value: str, blank: str) -> bool:
    """Whether what stands behind a platform's name is an id, or a name in a chat."""
    return " " not in value or ("/" in value and not blank)


def _account(platform: str, value: str) -> str:
    """Give the key of an account on a platform."""
    if value.startswith("group:"):
        raise Refusal(None, f"'{platform}:{value}' is a group; a link joins accounts and details")
    if value.startswith("@"):
        return keys.account_by_handle(platform, value)
    number = whatsapp_number(value) if platform == "whatsapp" else None
    return keys.account(platform, number or value)


def _detail(kind: str, value: str, region: str | None) -> str:
    """Give the key of a contact detail."""
    if kind == "phone":
        return _phone(value, region)
    if kind in _MONEY:
        key = money_key(value)
        if key is None or not key.startswith(f"{kind}:"):
            raise Refusal(None, f"'{value}' is no {kind.upper()}; its check digits do not fit")
        return key
    bare = "".join(value.split())
    if kind == "email":
        return _checked(_EMAIL, kind, value.lower())
    if kind == "handle":
        platform, _, name = value.partition(":")
        return _checked(_HANDLE, kind, f"{keys.platform(platform)}:{name.lower().lstrip('@')}")
    if kind == "bank":
        country, bank, number = _checked(_BANK, kind, bare).removeprefix("bank:").split(":")
        digits = re.sub(r"\D", "", number)
        return f"bank:{country.upper()}:{bank.upper()}:{digits}"
    if kind in {"url", "invite", "other", "pix", "upi", "till"}:
        return f"{kind}:{value}"
    return f"{kind}:{bare.upper()}"


def _phone(value: str, region: str | None) -> str:
    """Give the key of a telephone number."""
    digits = "".join(letter for letter in value if letter in "+0123456789")
    number = numbers.clean(digits, region)
    if number is not None:
        return f"phone:{number}"
    if digits.startswith("+"):
        raise Refusal(None, f"'{value}' is no valid telephone number")
    raise Refusal(
        None, f"'{value}' names no country; write it with its country code, or pass --region"
    )


def _checked(shape: re.Pattern[str], kind: str, value: str) -> str:
    """Give a key whose value has a certain shape."""
    if not shape.fullmatch(value):
        raise Refusal(None, f"'{kind}:{value}' is no well-formed key")
    return f"{kind}:{value}"
