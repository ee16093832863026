"""Payments that a word announces: accounts, cards, tills, PromptPay and PIX."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from ingest.extract.announced import Announcer, Cue, words_of
from ingest.extract.found import Found
from ingest.extract.lexicon.cues import Cues
from ingest.extract.payments import accounts, banks, brazil, cards, pix, promptpay, tills
from ingest.extract.setting import Setting
from ingest.extract.signs import Signs

_READERS: dict[str, Callable[[str, Cue, Setting], Found | None]] = {
    "branch": brazil.read,
    "card": cards.read,
    "till": tills.read,
    "paybill": tills.read,
    "promptpay": promptpay.read,
    "pix": pix.read,
}
_FAMILIES = ("account", "holder", *_READERS)
_OTHERS = (
    "dana", "ovo", "gopay", "shopeepay", "linkaja", "tng", "momo", "zalopay", "viettelpay",
    "truemoney", "gcash", "maya", "bkash", "nagad", "jazzcash", "easypaisa", "paytm", "phonepe",
    "gpay", "mpesa", "orange", "mtn", "alipay", "whatsapp", "telegram", "zalo", "line", "kakao",
    "wechat", "qq", "instagram", "tiktok", "facebook", "signal", "email",
)  # fmt: skip
"""Accounts with these are no bank's: their numbers are left to those who read them."""


def may_hold(cues: Cues) -> Signs:
    """What a text with such a payment holds: a word for it, and enough digits."""
    words = {word for kind, word in words_of(cues, _FAMILIES) if kind != "holder"}
    return Signs(
        words=tuple(sorted(words | set(banks.listed().by_word))),
        beside=r"[0-9](?:[^0-9]{0,3}[0-9]){4}",
    )


def find(text: str, setting: Setting) -> Iterator[Found]:
    """Find payments in a unified text.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    setting : Setting

    Yields
    ------
    Found
        ``bank pix promptpay till company``. Numbers of wallets are telephone numbers and left to
        those who read these.
    """
    cues = _announcer(setting.cues).cues(text)
    yield from accounts.find(text, cues, setting)
    for cue in cues:
        read = _READERS.get(cue.family)
        item = read(text, cue, setting) if read else None
        if item is not None:
            yield item


@lru_cache(maxsize=8)
def _announcer(cues: Cues) -> Announcer:
    """Seek all words for payments at once."""
    named = [("bank", word) for word in banks.listed().by_word]
    others = [("other", word) for kind in _OTHERS for word in cues.of(kind)]
    return Announcer([*named, *words_of(cues, _FAMILIES), *others])
