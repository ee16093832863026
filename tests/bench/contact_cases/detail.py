"""A contact detail as somebody wrote it, and the label it was written from."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple


class Detail(NamedTuple):
    """What stands in an advertisement.

    Attributes
    ----------
    written : str
    keys : tuple of str
        Labels.
    say : str or None
        Whose phrases stand around it; None: those of the channel.
    region : str
        ``home``: the reader is told the country; ``any``: it may be told another, or none.
    platform : str
        ``any``, or the platform that the text stands on.
    said, holder : str or None
        As in `case.Case`.
    parts : dict
        What else the phrase is filled with (``bank``, ``name``, ``carrier``, ``cue``).
    allowed : tuple of str
    """

    written: str
    keys: tuple[str, ...]
    say: str | None = None
    region: str = "home"
    platform: str = "any"
    said: str | None = None
    holder: str | None = None
    parts: dict[str, Any] = {}  # noqa: RUF012
    allowed: tuple[str, ...] = ()


Make = Callable[[Random, str, str], Detail]
"""Makes a detail for a country and a language."""

Ways = dict[str, Make]
"""Makers by obfuscation."""
