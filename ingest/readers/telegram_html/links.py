"""Contact details that a text's links lead to."""

from __future__ import annotations

from ingest.readers.telegram_html.nodes import Node, in_one_line

_DETAILS = ("mailto:", "tel:")
_LINKS = ("http://", "https://", "tg://")


def links(text: Node) -> list[str]:
    """Give what the links in a text lead to and the text itself does not show.

    Parameters
    ----------
    text : Node

    Returns
    -------
    list of str
        As for the column ``contact``: e-mail addresses and telephone numbers (which the platform
        has recognised as such) always, web addresses when other words are shown in their place.
        Names without an address, hashtags and pictures lead nowhere.
    """
    found: list[str] = []
    for link in text.all():
        href = link.attributes.get("href", "").strip()
        if link.tag == "a" and href and _bare(href) != _bare(in_one_line(link)):
            found += recorded(href)
    return found


def recorded(href: str) -> list[str]:
    """Give where a link leads as details for ``contact``; nothing if it leads nowhere outside."""
    lower = href.lower()
    for scheme in _DETAILS:
        if lower.startswith(scheme):
            return [_separate(href[len(scheme) :])]
    return [_separate(href)] if lower.startswith(_LINKS) else []


def _separate(detail: str) -> str:
    """Write a detail so that it stays one between others."""
    return detail.strip().replace(";", "%3B")


def _bare(address: str) -> str:
    """Make addresses comparable that differ only in how they are shown."""
    lower = address.lower()
    for scheme in ("http://", "https://"):
        lower = lower.removeprefix(scheme)
    return lower.rstrip("/")
