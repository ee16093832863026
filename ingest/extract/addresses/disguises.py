"""How people write the marks of an address so that programs do not see them."""

from __future__ import annotations

DOT_WORDS = ("dot", "d0t", "punto", "ponto", "titik", "punkt", "point", "точка", "点")
AT_WORDS = ("at", "arroba", "собака", "arobase")

_OPEN, _CLOSE = r"[(\[{<]", r"[)\]}>]"
_DOTS = rf"(?:\.|{'|'.join(DOT_WORDS)})"
_ATS = rf"(?:@|{'|'.join(AT_WORDS)})"

BRACKETED_DOT = rf"{_OPEN} ?{_DOTS} ?{_CLOSE}"
"""As in ``(dot)``; a pattern that Polars' engine reads too."""

BRACKETED_AT = rf"{_OPEN} ?{_ATS} ?{_CLOSE}"
"""As in ``[at]``."""

SPACED_DOT = r" {1,2}(?:dot|d0t|punto|ponto|titik|punkt|point|точка) {1,2}"
"""A word for the dot between spaces."""

_BACKWARDS = "|".join(word[::-1] for word in DOT_WORDS)
BRACKETED_DOT_REVERSED = rf"{_CLOSE} ?(?:\.|{_BACKWARDS}) ?{_OPEN}"
SPACED_DOT_REVERSED = r" {1,2}(?:tod|t0d|otnup|otnop|kitit|tknup|tniop|акчот) {1,2}"
