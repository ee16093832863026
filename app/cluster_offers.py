"""What is asked for goods: prices as posts state them, each in its own currency."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.lifecycle.prices import LEAST_AMOUNT, MOST_AMOUNT
from graph.lookup.clusters_goods import Stated
from ingest.extract.goods.amounts import DIGITS, amount

PRICE, CELL = "price", "cell"
SINGLE = (None, "piece")
"""What a price is for where prices may be added up."""
_NUMBER = r"\d+(?:\.\d+)?(?:e[+-]?\d+)?"
_SAID = re.compile(
    rf"(?P<fact>\w+) (?P<least>{_NUMBER})(?: to (?P<most>{_NUMBER}))?"
    r"(?: (?!per )(?P<unit>.+?))?(?: per (?P<per>.+))?"
)
_CELL = re.compile(rf"cell (?:(?P<before>[^\d\s]+) ?)?(?P<number>{DIGITS})(?: (?P<after>.+))?")
_MOST_UNIT = 12


@dataclass(frozen=True)
class Asked:
    """Prices of one kind.

    Attributes
    ----------
    currency : str or None
        None: not said.
    per : str or None
        What a price is for; None: not said.
    posts : int
        Posts that state one.
    least, middle, most : float
        The lowest, the median and the highest.
    in_all : float or None
        All of them added up; None where adding up says nothing: prices per weight, or of a
        currency that is not said.
    """

    currency: str | None
    per: str | None
    posts: int
    least: float
    middle: float
    most: float
    in_all: float | None


@dataclass(frozen=True)
class Offered:
    """What posts that name one taxon state: prices, and quantities and measures in words."""

    prices: tuple[Asked, ...]
    measures: tuple[str, ...]


Price = tuple[str | None, str | None, float, int]
"""Currency, what it is for, amount, posts."""


def asked_in_all(stated: Iterable[Stated]) -> list[Asked]:
    """Put all prices together by currency and what they are for, the most frequent first.

    Parameters
    ----------
    stated : iterable of Stated

    Returns
    -------
    list of Asked
        Of a range the lower end counts. Amounts outside of what is believable are left out
        (`graph.lifecycle.prices`).
    """
    return _summed(_prices(stated))


def offered_by_taxon(stated: Iterable[Stated]) -> dict[str, Offered]:
    """Tell what is stated for each taxon, by posts that name it alone."""
    by_taxon: dict[str, list[Stated]] = defaultdict(list)
    for each in stated:
        if each.taxon_key is not None:
            by_taxon[each.taxon_key].append(each)
    return {
        taxon: Offered(tuple(_summed(_prices(said))), tuple(_measures(said)))
        for taxon, said in by_taxon.items()
    }


def _prices(stated: Iterable[Stated]) -> Iterator[Price]:
    """Read the prices."""
    for each in stated:
        found = _price(each.said)
        if found is not None and LEAST_AMOUNT <= found[2] <= MOST_AMOUNT:
            yield (*found, each.posts)


def _price(said: str) -> tuple[str | None, str | None, float] | None:
    """Read a price in a text or in the file's own field; None where none can be read."""
    if said.startswith(f"{CELL} "):
        cell = _CELL.fullmatch(said)
        if cell is None:
            return None
        unit = cell["after"] or cell["before"]
        is_unit = unit is not None and len(unit) <= _MOST_UNIT
        return (unit if is_unit else None, None, amount(cell["number"]))
    found = _SAID.fullmatch(said)
    if found is None or found["fact"] != PRICE:
        return None
    return found["unit"], found["per"], float(found["least"])


def _measures(stated: Iterable[Stated]) -> Iterator[str]:
    """Ranges of quantities and measures, in words."""
    seen: dict[tuple[str, str], list[float]] = defaultdict(list)
    for each in stated:
        found = _SAID.fullmatch(each.said)
        if found is not None and found["fact"] not in (PRICE, CELL):
            ends = [float(found[end]) for end in ("least", "most") if found[end]]
            seen[found["fact"], found["unit"] or ""] += ends
    for (fact, unit), numbers in sorted(seen.items()):
        span = f"{min(numbers):g}"
        if max(numbers) > min(numbers):
            span += f"–{max(numbers):g}"
        yield f"{fact} {span} {unit}".rstrip()


def _summed(prices: Iterable[Price]) -> list[Asked]:
    """Put prices together by currency and what they are for."""
    kinds: dict[tuple[str | None, str | None], list[tuple[float, int]]] = defaultdict(list)
    for currency, per, value, posts in prices:
        kinds[currency, per].append((value, posts))
    found = [_asked(currency, per, values) for (currency, per), values in kinds.items()]
    return sorted(found, key=lambda each: (-each.posts, each.currency or "~", each.per or ""))


def _asked(currency: str | None, per: str | None, values: list[tuple[float, int]]) -> Asked:
    """Summarise prices of one kind."""
    values.sort()
    posts = sum(times for _, times in values)
    is_sum = currency is not None and per in SINGLE
    return Asked(
        currency=currency,
        per=per,
        posts=posts,
        least=values[0][0],
        middle=_middle(values, posts),
        most=values[-1][0],
        in_all=sum(value * times for value, times in values) if is_sum else None,
    )


def _middle(values: list[tuple[float, int]], posts: int) -> float:
    """The median; of two in the middle their mean."""
    low, high = (posts - 1) // 2, posts // 2
    found, passed = [], 0
    for value, times in values:
        found += [value for place in (low, high) if passed <= place < passed + times]
        passed += times
    return sum(found) / len(found)
