"""Which endings of a host name are real, so that a sentence's full stop makes no address."""

from __future__ import annotations

import phonenumbers

GENERIC = frozenset({
    "com", "org", "net", "info", "biz", "shop", "store", "online", "site", "xyz", "link",
    "me", "ee", "gg", "bio", "page", "app", "dev", "io", "co", "live", "club", "vip", "pro",
    "top", "world", "pet", "pets", "asia", "mobi", "cc", "ly", "gl", "tv",
})  # fmt: skip
COUNTRY = frozenset(code.lower() for code in phonenumbers.SUPPORTED_REGIONS) | {"uk", "eu"}


def is_known(label: str) -> bool:
    """Whether a last label is a known top-level domain."""
    return label.lower() in GENERIC or label.lower() in COUNTRY


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
