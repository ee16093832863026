"""Numbers under which companies are registered or taxed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from stdnum import luhn
from stdnum.br import cnpj
from stdnum.ch import uid
from stdnum.cn import uscc
from stdnum.eu import vat
from stdnum.gb import vat as british_vat
from stdnum.id import npwp
from stdnum.in_ import gstin
from stdnum.th import pin
from stdnum.vn import mst

from ingest.extract import announced
from ingest.extract.announced import Cue
from ingest.extract.found import Found
from ingest.extract.setting import Setting

_NUMBER = re.compile(
    r"[A-Za-z0-9]{1,20}(?:[ ./-]{1,2}(?:[A-Z0-9]{1,20}|[a-z]{0,3}[0-9]{1,20}[a-z]?)){0,6}"
)
_CNPJ = re.compile(r"(?<![0-9.])[0-9]{2}\.[0-9]{3}\.[0-9]{3}/[0-9]{4}-[0-9]{2}(?![0-9])")
_GSTIN = re.compile(
    r"(?<![A-Za-z0-9])[0-3][0-9][A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z](?![A-Za-z0-9])"
)
MAY_HOLD_FORMS = (
    r"[0-9]{2}\.[0-9]{3}\.[0-9]{3}/[0-9]{4}-|[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]"
)
"""What a text with a number that needs no word holds."""
_VAT_WORDS = {
    "btw": ("NL", "BE"), "btw nr": ("NL", "BE"), "btw-nummer": ("NL", "BE"), "nip": ("PL",),
    "dič": ("CZ", "SK"), "nif": ("ES", "PT"), "cif": ("ES",),
    "ust-idnr": ("DE",), "ust-id": ("DE",), "ustid": ("DE",),
    "uid": (), "ust-idnr.": ("DE",), "tva": ("FR", "BE"), "n° tva": ("FR", "BE"),
    "numéro de tva": ("FR", "BE"),
}  # fmt: skip
_ITALIAN = ("iva", "i.v.a", "p.i.")
"""Parts of the words for an Italian number."""
_SHORTEST_VAT, _LONGEST_VAT = 8, 17


def find_forms(text: str) -> Iterator[Found]:
    """Find Brazilian and Indian numbers by their form and check digits, without a word."""
    for pattern, module, country in ((_CNPJ, cnpj, "BR"), (_GSTIN, gstin, "IN")):
        for match in pattern.finditer(text):
            if module.is_valid(match.group()):
                value = module.compact(match.group())
                yield _found(*match.span(), country, value, "form + check digits", 0.95)


def read(text: str, cue: Cue, setting: Setting) -> Found | None:
    """Read a company's number after the word for its register.

    Parameters
    ----------
    text : str
        Unified.
    cue : Cue
        Which register the word names.
    setting : Setting

    Returns
    -------
    Found or None
        Kind ``company``. None where the length, the shape or the check digits do not fit, and
        for numbers that would be a person's identity number (Thailand, Indonesia, Spain).
    """
    start = announced.number_start(text, cue.end)
    match = None if start is None else _NUMBER.match(text, start)
    reader = _REGISTERS.get(cue.tells or "")
    if match is None or reader is None:
        return None
    for end, bare in _beginnings(text, match):
        told = reader(bare, cue.word, setting.region)
        if told is not None:
            return _found(match.start(), end, told[0], told[1], "company word", 0.95)
    return None


def _found(start: int, end: int, country: str, value: str, rule: str, sure: float) -> Found:
    """Make a contact detail of a company's number."""
    return Found(start, end, "company", value, f"company:{country}:{value}", rule, sure)


def _beginnings(text: str, match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Give the beginnings of a code that end where its parts do, the longest first."""
    ends = [match.start() + part.end() for part in re.finditer(r"[A-Za-z0-9]+", match.group())]
    for end in reversed(ends):
        if not text[end : end + 1].isalnum() or text[end] > "\u0530":
            yield end, re.sub(r"[^A-Za-z0-9]", "", text[match.start() : end]).upper()


def _nib(bare: str, _: str, __: str | None) -> tuple[str, str] | None:
    """Indonesia: thirteen digits."""
    return ("ID", bare) if re.fullmatch(r"[0-9]{13}", bare) else None


def _npwp(bare: str, _: str, __: str | None) -> tuple[str, str] | None:
    """Indonesia: fifteen digits, or sixteen with a zero before; others are a person's."""
    if len(bare) == 16 and bare.startswith("0"):
        bare = bare[1:]
    return ("ID", bare) if len(bare) == 15 and npwp.is_valid(bare) else None


def _ssm(bare: str, _: str, __: str | None) -> tuple[str, str] | None:
    """Malaysia: twelve digits that begin with a year, or up to seven and a letter."""
    new = re.fullmatch(r"(?:19|20)[0-9]{2}0[1-6][0-9]{6}", bare)
    old = re.fullmatch(r"(?:[A-Z]{2})?[0-9]{5,9}[A-Z]", bare)
    return ("MY", bare) if new or old else None


def _mst(bare: str, _: str, __: str | None) -> tuple[str, str] | None:
    """Vietnam: ten digits with a check digit, and three of a branch."""
    return ("VN", bare) if mst.is_valid(bare) else None


def _uscc(bare: str, _: str, __: str | None) -> tuple[str, str] | None:
    """China: eighteen letters and digits with a check letter."""
    return ("CN", bare) if uscc.is_valid(bare) else None


def _cnpj(bare: str, _: str, __: str | None) -> tuple[str, str] | None:
    """Brazil: fourteen with check digits."""
    return ("BR", bare) if cnpj.is_valid(bare) else None


def _gstin(bare: str, _: str, __: str | None) -> tuple[str, str] | None:
    """India: fifteen letters and digits with a check letter."""
    return ("IN", bare) if gstin.is_valid(bare) else None


def _siren(bare: str, _: str, __: str | None) -> tuple[str, str] | None:
    """France: nine digits, and five more of an establishment, with a check digit."""
    fits = re.fullmatch(r"[0-9]{9}(?:[0-9]{5})?", bare)
    return ("FR", bare) if fits and luhn.is_valid(bare) else None


def _house(bare: str, word: str, region: str | None) -> tuple[str, str] | None:
    """United Kingdom: eight digits, or two letters of a nation and six digits; Malaysia's."""
    if region == "MY":
        return _ssm(bare, word, region)
    pattern = r"[0-9]{8}|(?:SC|NI|OC|SO|NC|FC|BR|LP|SL|NL|IP|SP|RC)[0-9]{6}"
    fits = region in (None, "GB") and re.fullmatch(pattern, bare)
    return ("GB", bare) if fits else None


def _thai(bare: str, _: str, __: str | None) -> tuple[str, str] | None:
    """Thailand: thirteen digits with a check digit; a person's do not begin with 0."""
    is_company = bare.startswith("0") and len(bare) == 13 and bare.isdecimal()
    return ("TH", bare) if is_company and pin.calc_check_digit(bare[:12]) == bare[12] else None


def _vat(bare: str, word: str, region: str | None) -> tuple[str, str] | None:
    """Europe: with or without the country before it, always with its check digits."""
    if not _SHORTEST_VAT <= len(bare) <= _LONGEST_VAT:
        return None
    if bare.startswith("CHE"):
        return ("CH", bare[:12]) if uid.is_valid(bare[:12]) else None
    is_italian = any(part in word for part in _ITALIAN)
    if is_italian and re.fullmatch(r"[0-9]{11}", bare):
        return ("IT", bare) if luhn.is_valid(bare) else None
    countries = ("IT",) if is_italian else _VAT_WORDS.get(word, (region or "",))
    for country in ("", *countries):
        number = country + bare
        name = number[:2]
        module = british_vat if name == "GB" else vat
        if name.isalpha() and module.is_valid(number) and not _is_persons(number):
            return name, number[2:]
    return None


def _is_persons(number: str) -> bool:
    """Whether a tax number is a person's identity number."""
    if number.startswith("ES"):
        return number[2] in "0123456789KLMXYZ"
    return number.startswith("PT") and number[2] in "1234"


_REGISTERS: dict[str, Callable[[str, str, str | None], tuple[str, str] | None]] = {
    "NIB": _nib, "NPWP": _npwp, "SSM": _ssm, "MST": _mst, "USCC": _uscc, "CNPJ": _cnpj,
    "GSTIN": _gstin, "SIREN": _siren, "CH": _house, "TH": _thai, "VAT": _vat,
}  # fmt: skip
