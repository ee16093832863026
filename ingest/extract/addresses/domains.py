"""Which endings of a host name are real, so that a sentence's full stop makes no address."""

from __future__ import annotations

import phonenumbers

GENERIC = frozenset({
    "com", "org", "net", "info", "biz", "shop", "store", "online", "site", "xyz", "link",
    "me", "ee", "gg", "bio", "page", "app", "dev", "io", "co", "live", "club", "vip", "pro",
    "top", "world", "pet", "pets", "asia", "mobi", "cc", "ly", "gl", "tv", "group",
})  # fmt: skip
COUNTRY = frozenset(code.lower() for code in phonenumbers.SUPPORTED_REGIONS) | {"uk", "eu"}


FOR_EXAMPLES = frozenset({"example"})
"""Reserved for documents."""

MAIL_PROVIDERS = {
    name: frozenset(endings.split())
    for name, endings in {
        "gmail": "com", "googlemail": "com", "icloud": "com", "qq": "com", "163": "com",
        "126": "com", "foxmail": "com", "rediffmail": "com", "ymail": "com", "me": "com",
        "msn": "com", "aol": "com", "naver": "com", "daum": "net", "hanmail": "net",
        "hotmail": "com fr es de it co.uk co.th com.br", "live": "com fr cn co.uk com.my nl",
        "outlook": "com fr es de co.id co.th com.br com.vn", "tutanota": "com de",
        "yahoo": "com fr es de it in co.id co.uk co.in co.th com.my com.sg com.br com.mx com.ph "
        "com.vn co.jp com.hk com.tw co.za com.ar",
        "proton": "me", "protonmail": "com ch", "pm": "me", "gmx": "de net com at ch",
        "web": "de", "zoho": "com", "yandex": "com ru", "mail": "ru com", "bk": "ru",
        "inbox": "ru com", "libero": "it", "orange": "fr", "wanadoo": "fr", "free": "fr",
        "uol": "com.br", "bol": "com.br", "terra": "com.br", "sina": "com cn", "sohu": "com",
        "yeah": "net", "139": "com",
    }.items()
}  # fmt: skip
"""Names of hosts where people have mailboxes, and what the names end with."""


def is_mail_host(host: str) -> bool:
    """Whether people have mailboxes at a host (in lower case).

    >>> is_mail_host("yahoo.co.id"), is_mail_host("kicau.com")
    (True, False)
    """
    name, _, ending = host.partition(".")
    return ending in MAIL_PROVIDERS.get(name, ())


def is_known(label: str) -> bool:
    """Whether a last label is a known top-level domain."""
    name = label.lower()
    return name in GENERIC or name in COUNTRY or name in FOR_EXAMPLES


def trim(host: str) -> str | None:
    """Cut a host after its last known top-level domain; None when it holds none.

    >>> trim("kicau.com.Murah")
    'kicau.com'
    """
    labels = host.split(".")
    for end in range(len(labels), 1, -1):
        if is_known(labels[end - 1]):
            return ".".join(labels[:end])
    return None
