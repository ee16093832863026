"""Made-up telephone numbers and the ways in which people write them so that others miss them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).parent


@cache
def plans() -> dict[str, dict[str, Any]]:
    """How numbers are made up and written in each country."""
    return yaml.safe_load((HERE / "countries.yaml").read_text(encoding="utf-8"))


@cache
def spelled() -> dict[str, list[list[str]]]:
    """Names of the digits by language."""
    return yaml.safe_load((HERE / "spelled.yaml").read_text(encoding="utf-8"))


@cache
def registers() -> dict[str, Any]:
    """What accounts, permits, rings, parcels and plates look like in each country."""
    return yaml.safe_load((HERE / "registers.yaml").read_text(encoding="utf-8"))


class Number(NamedTuple):
    """A number of a country, without its country code and trunk prefix."""

    country: str
    digits: str

    @property
    def plan(self) -> dict[str, Any]:
        """How numbers of its country are written."""
        return plans()[self.country]

    @property
    def code(self) -> str:
        """Its country code."""
        return str(self.plan["code"])

    @property
    def key(self) -> str:
        """The label."""
        return f"phone:+{self.code}{self.digits}"

    @property
    def home(self) -> str:
        """All digits as dialled at home."""
        return f"{self.plan['trunk']}{self.digits}"

    def home_groups(self) -> list[str]:
        """Groups as written at home."""
        return cut(self.home, self.plan["home"])

    def abroad_groups(self) -> list[str]:
        """Groups as written after the country code."""
        return cut(self.digits, self.plan["abroad"])


def cut(digits: str, sizes: list[int]) -> list[str]:
    """Digits in groups of these sizes; the last takes what is left."""
    groups, at = [], 0
    for size in sizes[:-1]:
        groups.append(digits[at : at + size])
        at += size
    return [*groups, digits[at:]]


def digits_like(rng: Random, pattern: str) -> str:
    """Digits of a pattern in which ``#`` is any."""
    return "".join(rng.choice("0123456789") if sign == "#" else sign for sign in pattern)


def make_number(rng: Random, country: str) -> Number:
    """A made-up mobile number."""
    return Number(country, digits_like(rng, rng.choice(plans()[country]["mobile"])))


LOOK_ALIKES = {"0": "OOooО", "1": "lI", "5": "S", "8": "B"}
_NUMERALS = {
    "thai": 0x0E50, "arabic": 0x0660, "persian": 0x06F0, "devanagari": 0x0966, "wide": 0xFF10,
    "bold": 0x1D7CE, "sans": 0x1D7EC, "monospace": 0x1D7F6,
}  # fmt: skip
_EMOJI = "🔸⭐📱🦜✨🔥🐢➖•💥"
_INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\ufeff"


def keycaps(_: Random, written: str) -> str:
    """Every digit as a keycap."""
    return "".join(f"{each}\ufe0f\u20e3" if each.isdecimal() else each for each in written)


def numerals(written: str, which: str) -> str:
    """Digits of another script or shape."""
    first = _NUMERALS[which]
    return "".join(chr(first + int(each)) if each in "0123456789" else each for each in written)


def look_alikes(rng: Random, written: str) -> str:
    """Some digits as letters; at least one, at most half of those that are."""
    places = [at for at, sign in enumerate(written) if sign in LOOK_ALIKES]
    most = max(1, sum(sign.isdecimal() for sign in written) // 2)
    chosen = rng.sample(places, min(len(places), rng.randint(1, most)))
    signs = list(written)
    one = {digit: rng.choice(letters) for digit, letters in LOOK_ALIKES.items()}
    for at in chosen:
        signs[at] = one[written[at]]
    return "".join(signs)


def invisible(rng: Random, written: str) -> str:
    """Signs that show nothing between some digits."""
    return "".join(
        sign + (rng.choice(_INVISIBLE) if sign.isdecimal() and rng.random() < 0.4 else "")
        for sign in written[:-1]
    ) + written[-1]  # fmt: skip


def in_words(rng: Random, digits: str, language: str) -> str:
    """Digits written out."""
    named = [rng.choice(words) for words in spelled()[language]]
    words = [named[int(digit)] for digit in digits]
    between = {"zh": [""], "th": [" ", ""]}.get(language, [" ", " ", " ", "-"])
    return rng.choice(between).join(words)


def partly_in_words(rng: Random, number: Number, language: str) -> str:
    """The last digits, or some in the middle, written out."""
    count = rng.randint(2, 5)
    digits = number.home
    if language == "zh":
        at = rng.randint(3, len(digits) - count)
        return digits[:at] + in_words(rng, digits[at : at + count], language) + digits[at + count :]
    head = rng.choice(["", " ", "-"]).join(cut(digits[:-count], [4, 4]))
    return f"{head.strip(' -')} {in_words(rng, digits[-count:], language)}"


def _joined(separator: str) -> Callable[[Random, Number], str]:
    """Groups with one separator."""
    return lambda _, number: separator.join(number.home_groups())


def _abroad(rng: Random, number: Number) -> str:
    """With the country code."""
    separator = rng.choice([" ", " ", "-", ""])
    return f"+{number.code}{rng.choice([' ', ''])}{separator.join(number.abroad_groups())}"


def _bracketed(rng: Random, number: Number) -> str:
    """The first group in brackets."""
    first, *rest = number.home_groups()
    if number.country == "RU":
        first, *rest = f"{first} ({rest[0]})", *rest[1:]
        return f"{first} {rng.choice('- ').join(rest)}"
    return f"({first}) {rng.choice('- ').join(rest)}"


def _emoji_between(rng: Random, number: Number) -> str:
    """Emoji between groups or between all digits."""
    sign = rng.choice(_EMOJI)
    parts = number.home_groups() if rng.random() < 0.6 else list(number.home)
    return rng.choice([sign, f" {sign} "]).join(parts)


def _numerals_of(rng: Random, number: Number) -> str:
    """Digits of the country's own script, or bold and sans ones as on Facebook."""
    plan = number.plan
    native = "thai" if number.country == "TH" else plan.get("numerals")
    which = native if native and rng.random() < 0.8 else rng.choice(["bold", "sans", "monospace"])
    return numerals(rng.choice(["", " "]).join(number.home_groups()), which)


def _mixed(rng: Random, number: Number) -> str:
    """Two ways at once."""
    groups = rng.choice([" ", ".", "-"]).join(number.home_groups())
    made = [
        look_alikes(rng, groups),
        keycaps(rng, groups),
        numerals(groups, "wide"),
        invisible(rng, groups),
        invisible(rng, look_alikes(rng, number.home)),
        keycaps(rng, f"+{number.code} {number.digits}"),
        f"+{number.code} {look_alikes(rng, ' '.join(number.abroad_groups()))}",
        numerals(f"+{number.code} {number.digits}", "sans"),
        numerals(number.home[:4], "wide") + number.home[4:],
        keycaps(rng, number.home[:4]) + number.home[4:],
    ]
    return rng.choice(made)


WAYS: dict[str, Callable[[Random, Number], str]] = {
    "none": lambda _, number: number.home,
    "international": _abroad,
    "spacing": _joined(" "),
    "every digit apart": lambda _, number: " ".join(number.home),
    "dots": _joined("."),
    "dashes": _joined("-"),
    "brackets": _bracketed,
    "keycaps": lambda rng, number: keycaps(rng, rng.choice([number.home, " ".join(number.home)])),
    "numerals": _numerals_of,
    "full width": lambda _, number: numerals(number.home, "wide"),
    "look-alikes": lambda rng, number: look_alikes(rng, number.home),
    "emoji between": _emoji_between,
    "zero width": lambda rng, number: invisible(rng, number.home),
    "code without +": lambda rng, number: (
        f"{number.code}{rng.choice([' ', '', ''])}"
        + rng.choice([" ", "", "-"]).join(number.abroad_groups())
    ),
    "mixed": _mixed,
}
"""Ways of every country."""

_TRUNK_WAYS: dict[str, Callable[[Random, Number], str]] = {
    "code and trunk": lambda rng, number: (
        f"+{number.code}{rng.choice([' ', ''])}0"
        + rng.choice(["", " "]).join(number.abroad_groups())
    ),
    "(0)": lambda rng, number: (
        f"+{number.code} (0){rng.choice(['', ' '])}"
        + rng.choice(["", " "]).join(number.abroad_groups())
    ),
}
_00_WAYS: dict[str, Callable[[Random, Number], str]] = {
    "00": lambda rng, number: (
        f"00{rng.choice(['', ' '])}{number.code}"
        + rng.choice(["", " "]).join(["", *number.abroad_groups()])
    )
}
_MEXICAN_WAYS: dict[str, Callable[[Random, Number], str]] = {
    "044": lambda rng, number: (
        rng.choice(["044", "045"]) + rng.choice(["", " "]).join(["", *number.home_groups()])
    ),
    "+52 1": lambda rng, number: "+52 1" + rng.choice(["", " "]).join(["", *number.home_groups()]),
}
_WITHOUT_00 = {"ID", "TH", "KE", "US", "KR", "BR", "RU"}


@cache
def ways(country: str) -> dict[str, Callable[[Random, Number], str]]:
    """How numbers of a country are written, by name of the way."""
    plan = plans()[country]
    made = dict(WAYS)
    if plan["trunk"] == "0":
        made |= _TRUNK_WAYS
    if country not in _WITHOUT_00:
        made |= _00_WAYS
    if country == "MX":
        made |= _MEXICAN_WAYS
    for language in plan["words"]:
        own = language != "en" or plan["words"] == ["en"]
        local = "digit words" if own else "digit words (en)"
        made[local] = _words_way(language)
        if own:
            made["part words"] = _part_words_way(language)
    return made


def _words_way(language: str) -> Callable[[Random, Number], str]:
    """All digits written out."""
    return lambda rng, number: in_words(rng, number.home, language)


def _part_words_way(language: str) -> Callable[[Random, Number], str]:
    """Some digits written out."""
    return lambda rng, number: partly_in_words(rng, number, language)
