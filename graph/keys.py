"""Keys: how accounts, groups, posts, contact details and sources are named, everywhere alike."""

from __future__ import annotations

import hashlib
import re
import unicodedata

PLATFORM_ALIASES = {
    "fb": "facebook",
    "facebook.com": "facebook",
    "tg": "telegram",
    "t.me": "telegram",
    "wa": "whatsapp",
    "whats app": "whatsapp",
    "ig": "instagram",
    "insta": "instagram",
    "instagram.com": "instagram",
    "tiktok.com": "tiktok",
    "tik tok": "tiktok",
    "weixin": "wechat",
    "微信": "wechat",
    "twitter": "x",
    "x.com": "x",
}
DETAIL_KINDS = frozenset({
    "phone", "email", "handle", "bank", "iban", "pix", "upi", "till", "btc", "eth", "trx",
    "permit", "ring", "chip", "parcel", "plate", "company", "invite", "url", "bbm", "qq",
    "promptpay", "unresolved", "other",
})  # fmt: skip
"""What the keys of contact details begin with, and those of accounts never do."""

OWN_KIND = frozenset({"wechat", "qq"})
"""Platforms whose ids are a kind of contact detail by themselves."""

_TELEGRAM_PREFIX = re.compile(r"^(user|channel|chat)(\d+)$")
_TELEGRAM_BOT_STYLE = re.compile(r"^-100(\d{5,})$")
_PLATFORM = re.compile(r"[^\w.-]+")
LONGEST_NAME = 500
NAMED_GROUP = ":group:name/"
"""In the keys of groups that are known by their names only, which others may bear."""
PER_CHAT_IDS = frozenset({"telegram", "whatsapp", "discord"})


def fold(text: str) -> str:
    """Fold a name for comparison: NFKC, case folded, white space squeezed."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def platform(name: str) -> str:
    """Name a platform one way: lower case, common short forms spelled out.

    >>> platform("FB")
    'facebook'
    """
    folded = fold(name)
    return PLATFORM_ALIASES.get(folded, _PLATFORM.sub("_", folded))


def account(platform_name: str, native_id: str) -> str:
    """Key of an account from its platform (already normalised) and the platform's own id.

    A bare Telegram number is a user's; a WhatsApp number is written as E.164 when it says its
    country.

    >>> account("telegram", "123")
    'telegram:user123'
    """
    native = native_id.strip()
    if platform_name == "telegram" and native.isascii() and native.isdigit():
        native = f"user{native}"
    if platform_name == "whatsapp" and native.startswith("+"):
        native = "+" + re.sub(r"\D", "", native)
    return f"{platform_name}:{native}"


def group(platform_name: str, native_id: str) -> str:
    """Key of a group from its platform (already normalised) and the platform's own id.

    >>> group("telegram", "-1001234567890")
    'telegram:group:1234567890'
    """
    native = native_id.strip()
    if platform_name == "telegram":
        for shape in (_TELEGRAM_BOT_STYLE, _TELEGRAM_PREFIX):
            if match := shape.match(native):
                native = match.group(match.lastindex or 1)
    return f"{platform_name}:group:{native}"


def group_by_name(platform_name: str, name: str) -> str:
    """Key of a group that is known by its name only; marked so that it joins no numbered group."""
    return f"{platform_name}{NAMED_GROUP}{fold(name)[:LONGEST_NAME]}"


def account_by_name(platform_name: str, group_key: str, name: str) -> str:
    """Key of an account that is known only by what it is called in one chat.

    >>> account_by_name("whatsapp", "whatsapp:group:3fa9c1", "Budi  S")
    'whatsapp:3fa9c1/Budi S'
    """
    chat = group_key.split(":group:", 1)[1]
    shown = " ".join(unicodedata.normalize("NFC", name).split())
    return f"{platform_name}:{chat}/{shown[:LONGEST_NAME]}"


def account_by_handle(platform_name: str, handle_name: str) -> str:
    """Key of an account of which only the handle is known.

    >>> account_by_handle("telegram", "@Kicau_Shop")
    'telegram:@kicau_shop'
    """
    return f"{platform_name}:@{_bare_handle(handle_name)}"


def group_by_handle(platform_name: str, handle_name: str) -> str:
    """Key of a group of which only the handle (the name in its address) is known.

    >>> group_by_handle("telegram", "Pasar_Burung")
    'telegram:group:@pasar_burung'
    """
    return f"{platform_name}:group:@{_bare_handle(handle_name)}"


def post(platform_name: str, native_id: str, group_key: str | None) -> str:
    """Key of a post with an id; the group is inside where ids are counted per chat."""
    native = native_id.strip()
    if platform_name in PER_CHAT_IDS and group_key is not None:
        chat = group_key.split(":group:", 1)[1]
        return f"post:{platform_name}:{chat}/{native}"
    return f"post:{platform_name}:{native}"


def post_by_url(platform_name: str, url: str) -> str:
    """Key of a post that has an address but no id."""
    return f"post:{platform_name}:url-{_digest(url.strip().rstrip('/'))}"


def post_by_content(platform_name: str, account_key: str, posted_at: str, text: str) -> str:
    """Key of a post that has neither id nor address: who, when and what it says."""
    return f"post:{platform_name}:hash-{_digest(account_key, posted_at, text)}"


def handle(platform_name: str, name: str) -> str:
    """Key of a handle as a contact detail.

    >>> handle("telegram", "@Kicau_Shop"), handle("wechat", "Niao_88")
    ('handle:telegram:kicau_shop', 'wechat:niao_88')
    """
    return f"{handle_prefix(platform_name)}{_bare_handle(name)}"


def handle_prefix(platform_name: str) -> str:
    """What the key of a platform's handles begins with."""
    return f"{'' if platform_name in OWN_KIND else 'handle:'}{platform_name}:"


def image(sha256: str | None, perceptual_hash: str | None) -> str | None:
    """Key of an image by its fingerprint, of its bytes if that is known; None without any.

    >>> image(None, "pdq:f8f8")
    'image:pdq:f8f8'
    """
    if sha256 is not None:
        return f"image:sha256:{sha256}"
    return None if perceptual_hash is None else f"image:{perceptual_hash}"


def link(from_key: str, to_key: str, kind: str, occurred_at: str, amount: str) -> str:
    """Key of a relation that is no post: between whom, what, when and how much."""
    return f"link:{_digest(from_key, to_key, kind, occurred_at, amount)}"


def is_detail(key: str) -> bool:
    """Whether a key is a contact detail's rather than an account's.

    >>> is_detail("phone:+12025550101"), is_detail("telegram:user1")
    (True, False)
    """
    return key.partition(":")[0] in DETAIL_KINDS


def detail_parts(key: str) -> tuple[str, str]:
    """Kind and value of a contact detail, from its key.

    >>> detail_parts("handle:telegram:kicau_shop"), detail_parts("bank:ID:BCA:1234567890")
    (('telegram', 'kicau_shop'), ('bank', '1234567890'))
    """
    kind, _, value = key.partition(":")
    if kind == "handle":
        platform_name, _, name = value.partition(":")
        return platform_name, name
    return kind, value.rpartition(":")[2] if kind == "bank" else value


def source(sha256: str) -> str:
    """Key of a source file."""
    return f"source:{sha256}"


def snapshot(name: str) -> str:
    """Key of a snapshot from its name."""
    return f"snapshot:{name}"


def cluster(snapshot_name: str, cluster_id: str) -> str:
    """Key of a cluster; its id is unique within its snapshot only."""
    return f"cluster:{snapshot_name}:{cluster_id}"


def _bare_handle(name: str) -> str:
    """A handle as platforms compare it."""
    return name.strip().lstrip("@").lower()


def _digest(*parts: str) -> str:
    """A short fingerprint of several strings, unambiguous where one ends."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]
