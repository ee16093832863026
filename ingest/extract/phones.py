"""Telephone numbers in texts: where they begin and end, and when to refuse them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract import phone_readings
from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.phone_readings import Context
from ingest.extract.quantities import blank_quantities

_CANDIDATE = re.compile(rf"[+(]{{0,2}}[0-9](?:[ .()/{IGNORED}-]{{0,6}}[0-9]){{6,}}+\)?")

_CUE = (
    "wa|w\\.a|wasap|watsap|whatsapp|whats\\s?app|wapri|wassap|zap|hp|no\\.?\\s?hp|hub|hubungi|telp?|telpon|telepon|tlp|"
    "phone|ph|mobile|mob|cell|call|sms|contact|kontak|cp|tel|mobil|handy|zalo|viber|signal|telegram|"
    "tele|dana|ovo|gopay|bkash|momo|fone|cel|movil|celular|sđt|sdt|đt|โทร|เบอร์|ไลน์|电话|手机|微信|واتساب|واتس|"
    "هاتف|тел|whatsap|wp|text"
)
_CUE_BEFORE = re.compile(
    rf"(?:(?<![^\W_])(?:{_CUE})|[☎📞📱📲✆]){IGNORED}?[ \t]?"
    rf"(?:no|id|me|us|only|/(?:{_CUE}))?[ .:=/-]{{0,4}}$",
    re.IGNORECASE,
)
_GLUED_CUE = re.compile(rf"(?<![^\W_])(?:{_CUE}|no)[.:-]?$", re.IGNORECASE)
_GLUED_CUE_AFTER = re.compile(r"(?:wa|whatsapp|call|sms|telp?)(?![^\W\d_])", re.IGNORECASE)
_OTHER_NUMBER = re.compile(
    r"(?:(?<![^\W_])(?:(?:rek|norek|rekening|bca|bri|bni|bsi|mandiri|cimb|danamon|kbank|scb|ktb|"
    r"vietcombank|vcb|techcombank|stk|iban|acct?|account|a/c|paybill|till)(?![^\W_])[^0-9\n\x00]{0,14}"
    r"|(?:resi|awb|tracking|invoice|inv|nik|ktp|npwp|passport|paspor|rings?|cincin|chip|microchip|"
    r"permit|cites|izin|imei|isbn|sku|ref|kode|code|barcode|serial|sn|qq|bbm|pin|ids?|pix|cpf|cnpj|"
    r"order (?:no|id|number)|gst|vat)[ .:#=-]{0,4}(?:(?:no|number|nomor|num|code)[ .:#=-]{0,4})?)"
    r"|#[ ]?)$",
    re.IGNORECASE,
)
_ON_BEHALF = re.compile(r"[ ]?a[/.]?[ ]?n[. :]", re.IGNORECASE)
_NUMBER_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|oh|nol|kosong|satu|dua|tiga|empat|lima|enam|"
    "tujuh|delapan|lapan|sembilan|cero|uno|dos|tres|cuatro|cinco|siete|ocho|nueve|um|dois|"
    "quatro|oito|nove|null|eins|zwei|drei|vier|sechs|sieben|acht|neun|deux|trois|quatre|sept|huit|neuf"
)
_LOOK_ALIKE = "OoQDlLIiSsZzBbgqОоЗзбІіΟο〇○●零一二三四五六七八九十壹贰叁肆伍陆柒捌玖"
_GOES_ON_AFTER = re.compile(
    rf"(?:[ .-]{{1,3}}(?:[OolI|]{{1,3}}|{_NUMBER_WORDS})(?![A-Za-z]))++(?! ?[A-Za-z]{{2}})"
    rf"|[*xX•#●…]|[.]{{3}}[ ]*(?:\x00|$|see more|lihat)|_|-[A-Za-z]{{1,2}}(?![A-Za-z])",
    re.IGNORECASE,
)
_CAME_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z])(?:[OolI|]{{1,3}}|{_NUMBER_WORDS})[ .-]{{1,3}}"
    r"|[*•#_…&=@\\]|[A-Za-z][-_]|[0-9][,:'’])$",
    re.IGNORECASE,
)


def find(text: str, region: str | None) -> Iterator[Found]:
    """Find telephone numbers in a unified text from which links and prices are blanked.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    region : str or None
        Country whose national numbers are meant; without it only numbers that begin with
        ``+`` count.

    Yields
    ------
    Found
        Kind ``phone``, the value as E.164. Whatever may be part of something longer (letters
        that look like digits, masked or spelled digits, other kinds of numbers) is refused.
    """
    text = blank_quantities(text)
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        before, after = text[max(0, start - 28) : start], text[end : end + 24]
        if _is_part_of_something(before, after):
            continue
        cued = _CUE_BEFORE.search(before) is not None
        if not (cued or "+" in match.group()) and _is_other_number(before, after):
            continue
        for reading in phone_readings.read(match.group(), Context(region, cued, after)):
            number = reading.number
            yield Found(
                start + reading.start,
                start + reading.end,
                "phone",
                number.e164,
                f"phone:{number.e164}",
                number.rule,
                number.confidence,
            )


def _is_part_of_something(before: str, after: str) -> bool:
    """Whether letters or signs beside a candidate may belong to it."""
    if before and (before[-1].isalpha() or before[-1] in _LOOK_ALIKE) and _may_be_digit(before[-1]):
        if not _GLUED_CUE.search(before):
            return True
    elif _CAME_BEFORE.search(before) and not _GLUED_CUE.search(before):
        return True
    if after and (after[0].isalpha() or after[0] in _LOOK_ALIKE) and _may_be_digit(after[0]):
        return _GLUED_CUE_AFTER.match(after) is None
    return _GOES_ON_AFTER.match(after) is not None


def _may_be_digit(letter: str) -> bool:
    """Whether a letter may stand for a digit: Latin, Greek, Cyrillic, or a numeral."""
    return letter < "\u0530" or letter in _LOOK_ALIKE


def _is_other_number(before: str, after: str) -> bool:
    """Whether the words around a candidate say that it counts or names something else."""
    return _OTHER_NUMBER.search(before) is not None or _ON_BEHALF.match(after) is not None
