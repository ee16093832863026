"""The fonts of the PDF: which there are, and where `make setup` has put them.

``package.json`` and ``package-lock.json`` say which versions, with hashes; `app.report.fonts.fetch`
fetches them. Nothing is fetched when a report is written.
"""

from __future__ import annotations

from pathlib import Path

from graph.errors import SpoorError

FETCHED = Path(__file__).parent / "fetched"
FAMILIES = {
    "Noto Sans": "noto-sans",
    "Noto Naskh Arabic": "noto-naskh-arabic",
    "Noto Sans Hebrew": "noto-sans-hebrew",
    "Noto Sans Devanagari": "noto-sans-devanagari",
    "Noto Sans Bengali": "noto-sans-bengali",
    "Noto Sans Gujarati": "noto-sans-gujarati",
    "Noto Sans Gurmukhi": "noto-sans-gurmukhi",
    "Noto Sans Tamil": "noto-sans-tamil",
    "Noto Sans Telugu": "noto-sans-telugu",
    "Noto Sans Kannada": "noto-sans-kannada",
    "Noto Sans Malayalam": "noto-sans-malayalam",
    "Noto Sans Sinhala": "noto-sans-sinhala",
    "Noto Sans Thai": "noto-sans-thai",
    "Noto Sans Lao": "noto-sans-lao",
    "Noto Sans Khmer": "noto-sans-khmer",
    "Noto Sans Myanmar": "noto-sans-myanmar",
    "Noto Serif Tibetan": "noto-serif-tibetan",
    "Noto Sans Ethiopic": "noto-sans-ethiopic",
    "Noto Emoji": "noto-emoji",
    "Noto Sans Math": "noto-sans-math",
    "Noto Sans SC": "noto-sans-sc",
    "Noto Sans KR": "noto-sans-kr",
    "Noto Sans Symbols": "noto-sans-symbols",
    "Noto Sans Symbols 2": "noto-sans-symbols-2",
}


class FontsMissing(SpoorError):
    """The fonts of the PDF were never fetched, or are not all there."""


def font_folder() -> Path:
    """Where the fonts are.

    Returns
    -------
    Path
        A folder with a subfolder for each value of `FAMILIES`, each with the regular weight and,
        where the family has one, the bold weight. In a text the family named first is asked
        first, so that Latin letters and digits look alike everywhere.

    Raises
    ------
    FontsMissing
        A family is not there.
    """
    absent = [
        family
        for family, package in FAMILIES.items()
        if not any((FETCHED / package).glob("*_400Regular.ttf"))
    ]
    if absent:
        raise FontsMissing(
            f"The PDF cannot be typeset because {len(absent)} of its {len(FAMILIES)} fonts are "
            f"missing ({absent[0]} is the first): run make setup in the program's folder, which "
            "fetches them; the HTML and the JSON report need none."
        )
    return FETCHED
