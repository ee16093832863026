r"""Mending the text of Meta's downloads, whose UTF-8 was taken for Latin-1 (``L\u00c3\u00b8``)."""

from __future__ import annotations

from typing import Any


def mended(value: Any) -> Any:
    """Mend every text in a value; what cannot have been damaged so stays as it is.

    Parameters
    ----------
    value : object
        As read from JSON.
    """
    if isinstance(value, str):
        return _mended_text(value)
    if isinstance(value, list):
        return [mended(each) for each in value]
    if isinstance(value, dict):
        return {_mended_text(name): mended(each) for name, each in value.items()}
    return value


def _mended_text(text: str) -> str:
    """Mend a text."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text
