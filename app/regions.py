"""Countries with telephone numbers, and the time zones of places, as people look for them."""

from __future__ import annotations

from functools import cache
from importlib import resources
from zoneinfo import available_timezones

import phonenumbers


@cache
def regions() -> dict[str, str]:
    """Name the countries that have telephone numbers, by their codes, sorted by name.

    Notes
    -----
    The English names are those that the time zone database comes with.
    """
    table = resources.files("tzdata") / "zoneinfo" / "iso3166.tab"
    lines = table.read_text(encoding="utf-8").splitlines()
    names = dict(line.split("\t")[:2] for line in lines if line and not line.startswith("#"))
    named = {code: names.get(code, code) for code in phonenumbers.SUPPORTED_REGIONS}
    return dict(sorted(named.items(), key=lambda each: each[1]))


@cache
def time_zones() -> list[str]:
    """Name the time zones of places, sorted."""
    return sorted(name for name in available_timezones() if "/" in name and "Etc/" not in name)
