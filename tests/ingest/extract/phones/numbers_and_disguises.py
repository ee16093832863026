"""Valid numbers of every country, and ways to disguise how they are written."""

from __future__ import annotations

from typing import NamedTuple

import phonenumbers
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

REGIONS = [
    "ID", "MY", "VN", "TH", "CN", "NG", "AE", "SA", "QA", "KW", "DE", "FR", "GB", "BR", "IN", "KE",
    "PH", "MX", "US", "SG", "HK", "TW", "KR", "JP", "PK", "BD", "ES", "IT", "ZA", "AR", "AU",
]  # fmt: skip

WORDS = {
    "en": "zero one two three four five six seven eight nine",
    "id": "nol satu dua tiga empat lima enam tujuh delapan sembilan",
    "ms": "kosong satu dua tiga empat lima enam tujuh lapan sembilan",
    "vi": "không một hai ba bốn năm sáu bảy tám chín",
    "vi_plain": "khong mot hai ba bon nam sau bay tam chin",
    "th": "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "pt": "zero um dois três quatro cinco seis sete oito nove",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun",
    "hi": "शून्य एक दो तीन चार पांच छह सात आठ नौ",
    "hi_latin": "shunya ek do teen char paanch chhe saat aath nau",
}
LOOK_ALIKES = ["oOОо", "lI|", "Z", "", "", "sS", "", "", "B", ""]
NUMERALS = ["〇零一二三四五六七八九", "〇零壹贰叁肆伍陆柒捌玖"]
SCRIPTS = ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "๐๑๒๓๔๕๖๗๘๙", "०१२३४५६७८९", "០១២៣៤៥៦៧៨៩",
           "໐໑໒໓໔໕໖໗໘໙", "၀၁၂၃၄၅၆၇၈၉", "０１２３４５６７８９", "⓪①②③④⑤⑥⑦⑧⑨",
           "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡"]  # fmt: skip
SEPARATORS = [" ", "-", ".", "•", "_", "*", "~", "/", " 🔥 ", "🔥", "·", " - ", ",", "\u200b", "|"]


class Written(NamedTuple):
    """A number, its country, and the characters it is written in, digit by digit."""

    region: str
    e164: str
    text: str


@st.composite
def numbers(draw: st.DrawFn) -> Written:
    """A valid mobile number and one ordinary way of writing it."""
    region = draw(st.sampled_from(REGIONS))
    example = phonenumbers.example_number_for_type(region, PhoneNumberType.MOBILE)
    national = phonenumbers.national_significant_number(example)
    tail = draw(st.text("0123456789", min_size=5, max_size=5))
    number = phonenumbers.parse(f"+{example.country_code}{national[:-5]}{tail}")
    if not phonenumbers.is_valid_number(number):
        number = example
    form = draw(
        st.sampled_from(
            [PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164]
        )
    )
    text = phonenumbers.format_number(number, form)
    if draw(st.booleans()):
        text = text.replace(" ", "").replace("-", "").replace("(", "").replace(")", "")
    return Written(region, phonenumbers.format_number(number, PhoneNumberFormat.E164), text)


def alike(draw: st.DrawFn, text: str) -> str:
    """Write some digits as letters that look like them."""
    often = draw(st.integers(1, 4))
    out = ""
    for character in text:
        letters = LOOK_ALIKES[int(character)] if character.isdigit() else ""
        hit = letters and draw(st.integers(0, often)) == 0
        out += draw(st.sampled_from(letters)) if hit else character
    return out


def worded(draw: st.DrawFn, text: str) -> str:
    """Write some or all digits as words of one language."""
    words = WORDS[draw(st.sampled_from(sorted(WORDS)))].split()
    every = draw(st.booleans())
    parts, last = [], ""
    for character in text:
        if character.isdigit() and (every or draw(st.booleans())):
            parts.append(f" {words[int(character)]} ")
        else:
            parts.append(character)
    return " ".join("".join(parts).split()) + last


def numeraled(draw: st.DrawFn, text: str) -> str:
    """Write digits as numerals of Chinese."""
    kind = draw(st.sampled_from(NUMERALS))
    zero = draw(st.sampled_from(kind[:2]))
    signs = zero + kind[2:]
    every = draw(st.booleans())
    return "".join(
        signs[int(each)] if each.isdigit() and (every or draw(st.booleans())) else each
        for each in text
    )


def scripted(draw: st.DrawFn, text: str) -> str:
    """Write digits in another script."""
    signs = draw(st.sampled_from(SCRIPTS))
    return "".join(signs[int(each)] if each.isdigit() else each for each in text)


def keycapped(draw: st.DrawFn, text: str) -> str:
    """Write digits as keycaps."""
    glue = draw(st.sampled_from(["", " "]))
    return "".join(f"{each}\ufe0f\u20e3{glue}" if each.isdigit() else each for each in text)


def spread(draw: st.DrawFn, text: str) -> str:
    """Write digits one by one with a separator between them."""
    separator = draw(st.sampled_from(SEPARATORS))
    plus = "+" if text.startswith("+") else ""
    return plus + separator.join(filter(str.isdigit, text))


DISGUISES = [alike, worded, numeraled, scripted, keycapped, spread]


@st.composite
def disguised(draw: st.DrawFn) -> tuple[Written, str, str]:
    """A number, its disguise, and the name of what was done."""
    number = draw(numbers())
    disguise = draw(st.sampled_from(DISGUISES))
    return number, disguise(draw, number.text), disguise.__name__
