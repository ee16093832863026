"""M-Pesa and its like: numbers of tills and of bills to be paid."""

from __future__ import annotations

import re

from ingest.extract import announced
from ingest.extract.announced import Cue
from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.setting import Setting

_NUMBER = re.compile(
    rf"[1-9](?:[ {IGNORED}]{{0,3}}[0-9]){{4,6}}"
    rf"(?![{IGNORED}0-9.,]{{0,4}}[0-9]|[A-Za-z%]|-[0-9]| ?[0-9]{{3}})"
)
_MONEY_NEXT = re.compile(r" ?(?:/=|/-|ksh|kes|tsh|bob|shillings?)", re.IGNORECASE)
_COUNTRIES = frozenset({"KE", "TZ"})
_OF_BANKS = {
    "247247": "EQUITY", "522522": "KCB", "400200": "COOP", "303030": "ABSA", "329329": "STANCHART",
    "600100": "STANBIC", "880100": "NCBA", "542542": "IM", "222111": "FAMILY", "516600": "DTB",
}  # fmt: skip
"""Bill numbers through which banks take money for all their customers: they tell nobody apart."""
_ACCOUNT = re.compile(
    r"[ \t,;:./()-]{0,4}\n?(?:acc(?:oun)?t?|a/c|acct)\.?(?: ?(?:no|number|nr)\.?)?[ :.=#-]{0,3}"
    r"([0-9](?:[ -]?[0-9]){5,15})(?![0-9A-Za-z])",
    re.IGNORECASE,
)


def read(text: str, cue: Cue, setting: Setting) -> Found | None:
    """Read the number after a word for a till or a bill.

    Parameters
    ----------
    text : str
        Unified.
    cue : Cue
        Kind ``till`` or ``paybill``.
    setting : Setting

    Returns
    -------
    Found or None
        Kind ``till``; kind ``bank`` for an account behind a bank's own bill number, which by
        itself yields nothing. The bare word ``till`` counts only in Kenya and Tanzania, or where
        a mark or a word for number follows it.
    """
    start = announced.number_start(text, cue.end)
    match = None if start is None else _NUMBER.match(text, start)
    if match is None or start is None or _MONEY_NEXT.match(text, match.end()):
        return None
    digits = re.sub(r"[^0-9]", "", match.group())
    is_said = announced.names_number(text[cue.end : start]) or " " in cue.word
    is_home = setting.region in _COUNTRIES
    if cue.word == "till" and (not (is_said or is_home) or digits.endswith("000")):
        return None
    country = cue.tells or (setting.region if is_home else None) or "KE"
    bank = _OF_BANKS.get(digits) if cue.family == "paybill" and country == "KE" else None
    if bank is not None:
        account = _ACCOUNT.match(text, match.end())
        if account is None:
            return None
        number = re.sub(r"[ -]", "", account.group(1))
        key = f"bank:KE:{bank}:{number}"
        return Found(*account.span(1), "bank", number, key, "paybill + account", 0.9)
    confidence = 0.95 if cue.word != "till" else 0.85
    key = f"till:{country}:{digits}"
    return Found(start, match.end(), "till", digits, key, cue.family, confidence)
