"""The same texts read by libphonenumber's own matcher."""

from __future__ import annotations

import time
import unicodedata

import phonenumbers
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher


def match_numbers(text: str, region: str | None, compatible: bool) -> frozenset[str]:
    """Telephone numbers that the matcher finds.

    Parameters
    ----------
    text : str
    region : str or None
    compatible : bool
        Whether compatibility forms (bold, full width, circled) are written plainly beforehand,
        and what shows nothing (keycaps, zero width) is left out, as its users are advised to do.

    Returns
    -------
    frozenset of str
        As keys of contact details.
    """
    if compatible:
        plain = unicodedata.normalize("NFKC", text)
        text = "".join(
            each for each in plain
            if each not in "\ufe0f\u20e3\u00ad" and unicodedata.category(each) != "Cf"
        )  # fmt: skip
    found = PhoneNumberMatcher(text, region, leniency=Leniency.VALID)
    return frozenset(
        "phone:" + phonenumbers.format_number(match.number, PhoneNumberFormat.E164)
        for match in found
    )


def time_matcher(texts: list[str], region: str) -> float:
    """Seconds that the matcher takes for some texts on one processor."""
    begun = time.perf_counter()
    for text in texts:
        for _ in PhoneNumberMatcher(text, region, leniency=Leniency.VALID):
            pass
    return time.perf_counter() - begun
