"""Numbers under which parcels are followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract import announced
from ingest.extract.announced import Cue
from ingest.extract.found import Found
from ingest.extract.papers import codes
from ingest.extract.setting import Setting

_NAMED = {
    "JNE": "jne", "JNT": "j&t|jnt|j & t|jt express|j&t express|เจแอนด์ที",
    "SICEPAT": "sicepat|si cepat", "ANTERAJA": "anteraja|anter aja",
    "NINJA": "ninja|ninja van|ninjavan|ninja express", "POSINDONESIA": "pos indonesia|posindo",
    "TIKI": "tiki", "LION": "lion parcel", "SPX": "spx|shopee express|shopee xpress",
    "IDEXPRESS": "id express|idexpress|ide", "WAHANA": "wahana", "POSLAJU": "pos laju|poslaju",
    "GDEX": "gdex", "CITYLINK": "city-link|citylink", "GHN": "ghn|giao hàng nhanh",
    "GHTK": "ghtk|giao hàng tiết kiệm", "VTP": "viettel post|viettelpost|vtp",
    "VNPOST": "vnpost|vn post", "KERRY": "kerry|เคอรี่", "FLASH": "flash express|flash|แฟลช",
    "THAIPOST": "ไปรษณีย์ไทย|ไปรษณีย์|thailand post|thaipost", "SF": "顺丰|sf express|sf",
    "ZTO": "中通|zto", "YTO": "圆通|yto", "STO": "申通|sto", "YUNDA": "韵达|yunda", "JD": "京东",
    "CORREIOS": "correios|sedex", "JADLOG": "jadlog", "DHL": "dhl", "FEDEX": "fedex",
    "UPS": "ups", "TNT": "tnt", "ARAMEX": "aramex", "DPD": "dpd", "GLS": "gls",
    "EVRI": "evri|hermes", "ROYALMAIL": "royal mail", "DELHIVERY": "delhivery",
    "BLUEDART": "blue dart|bluedart", "DTDC": "dtdc",
    "INDIAPOST": "india post|indiapost|speed post", "LBC": "lbc", "G4S": "g4s", "EMS": "ems",
    "SEUR": "seur", "MRW": "mrw",
    "CORREOS": "correos", "CHRONOPOST": "chronopost", "COLISSIMO": "colissimo", "BRT": "brt",
    "USPS": "usps",
}  # fmt: skip
_CARRIERS = {word: name for name, words in _NAMED.items() for word in words.split("|")}
_ANY = "|".join(map(re.escape, sorted(_CARRIERS, key=lambda word: (-len(word), word))))
_CARRIER = re.compile(rf"(?<![A-Za-z0-9])(?:{_ANY})(?![A-Za-z0-9])", re.IGNORECASE)
_S10 = re.compile(
    r"(?<![A-Za-z0-9])([A-HL-NP-SUVZ][A-Z]) ?([0-9]{3} ?[0-9]{3} ?[0-9]{2} ?[0-9]) ?"
    r"(AE|AR|AT|AU|BD|BE|BG|BN|BR|CA|CH|CI|CL|CM|CN|CO|CZ|DE|DK|EE|EG|ES|ET|FI|FR|GB|GH|GR|HK|HR|HU|"
    r"ID|IE|IL|IN|IT|JP|KE|KH|KR|KW|LA|LK|LT|LU|LV|MA|MM|MO|MT|MX|MY|MZ|NG|NL|NO|NP|NZ|OM|PE|PH|PK|"
    r"PL|PT|QA|RO|RS|RU|SA|SE|SG|SI|SK|SN|TH|TN|TR|TW|TZ|UA|UG|US|VN|YT|ZA|ZM|ZW)(?![A-Za-z0-9])"
)
_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_SEEN = 24
_SHORTEST, _FEWEST_DIGITS = 8, 5
_UNKNOWN = re.compile(r"[^\W\d_]{3,12}(?: [^\W\d_]{3,10})?(?=[ :#.-]{1,4}[A-Z0-9])")
_NOT_CARRIERS = frozenset({
    "hub", "hubungi", "call", "phone", "telp", "whatsapp", "wasap", "zalo", "contact", "sms",
    "price", "harga", "order", "invoice", "nik", "ktp", "rek", "total",
    "giá", "tel", "line", "telegram",
})  # fmt: skip
MAY_HOLD_S10 = r"[A-Z]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{2} ?[0-9] ?[A-Z]{2}"
"""What a text with a number of the Universal Postal Union holds."""


def find_s10(text: str) -> Iterator[Found]:
    """Find numbers of the Universal Postal Union (S10) by their check digits, without a word.

    Yields
    ------
    Found
        Kind ``parcel``, carrier ``UPU``, whoever carries it.
    """
    for match in _S10.finditer(text):
        digits = match.group(2).replace(" ", "")
        if _check_digit(digits[:8]) == int(digits[8]):
            value = match.group(1) + digits + match.group(3)
            key = f"parcel:UPU:{value}"
            yield Found(*match.span(), "parcel", value, key, "S10 + check digit", 0.95)


def read(text: str, cue: Cue, _: Setting) -> Found | None:
    """Read the number after a word for the number of a parcel.

    Parameters
    ----------
    text : str
        Unified.
    cue : Cue

    Returns
    -------
    Found or None
        Kind ``parcel``, with the carrier that is named beside it, else the one that its letters
        tell, else ``?``; eight characters and five digits at least.
    """
    start = announced.number_start(text, cue.end)
    carrier = None if start is None else _CARRIER.match(text, start)
    if carrier is not None:
        start = announced.number_start(text, carrier.end())
    elif start is not None and (unknown := _UNKNOWN.match(text, start)):
        words = set(unknown.group().lower().split())
        is_named = unknown.group()[0].isupper() and not words & _NOT_CARRIERS
        start = announced.number_start(text, unknown.end()) if is_named else start
    code = None if start is None else codes.read(text, start, _SHORTEST)
    if code is None or sum(letter.isdecimal() for letter in code.value) < _FEWEST_DIGITS:
        return None
    if carrier is None:
        before = list(_CARRIER.finditer(text, max(0, cue.start - _SEEN), cue.start))
        carrier = before[-1] if before else _CARRIER.search(text, code.end, code.end + _SEEN)
    name = _CARRIERS[carrier.group().lower()] if carrier else _by_letters(code.value)
    key = f"parcel:{name}:{code.value}"
    confidence = 0.9 if name != "?" else 0.8
    return Found(code.start, code.end, "parcel", code.value, key, "parcel word", confidence)


def _by_letters(value: str) -> str:
    """Tell a carrier from the letters that its numbers begin with."""
    return "SF" if re.fullmatch(r"SF[0-9]{12,13}", value) else "?"


def _check_digit(digits: str) -> int:
    """Check digit of eight digits of an S10 number."""
    rest = 11 - sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=True)) % 11
    return {10: 0, 11: 5}.get(rest, rest)
