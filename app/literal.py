"""Showing collected text as it stands: never as HTML or Markdown, never steering the page."""

from __future__ import annotations

import re

_BACKTICKS = re.compile(r"`+")
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_ICON = (":material/", ":\u2060material/")


def visible(text: str) -> str:
    """Write characters that steer text (controls, direction overrides) as their number.

    Parameters
    ----------
    text : str
        Collected text. Line breaks, tabs, joiners and direction marks stay as they are, because
        scripts need them.

    Returns
    -------
    str
        Text for `streamlit.text`, which takes nothing for markup.
    """
    return _STEERING.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def literal(text: str, *, most: int = 80) -> str:
    """Write collected text as Markdown that shows it as it stands, for headings and labels.

    Parameters
    ----------
    text : str
        Collected text; line breaks become spaces.
    most : int
        Longer text is cut, and an ellipsis says so.

    Returns
    -------
    str
        A code span, the one place where Markdown leaves markup, links, mathematics, colours,
        emoji names and arrows alone; a dash for text without anything to see. Names of icons,
        which Streamlit replaces even there, get an unseen joiner.
    """
    shown = shortened(visible(" ".join(text.split())), most).replace(*_ICON)
    if not shown:
        return "–"
    fence = "`" * (max(map(len, _BACKTICKS.findall(shown)), default=0) + 1)
    pad = " " if shown[0] in "` " or shown[-1] in "` " else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def shortened(text: str, most: int) -> str:
    """Cut text to a length; an ellipsis says so."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
