"""What the values of a column look like."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ingest.proposal.addresses import Address, address, named_platform
from ingest.proposal.dates import Times, written_times

MOST = 0.9
_LOOKED_AT = 400
_SHOWN = 400
_HANDLE = re.compile(r"@[\w.\-]{2,60}")
_ONE_WORD = re.compile(r"@?[\w.\-]{1,80}")
_MARKED = re.compile(r"[\d_.]")
_NUMBER = re.compile(r"\d+")
_CUT = re.compile(r"[+-]?\d(?:[.,]\d+)?[eE]\+\d+")
_PHONE = re.compile(r"\+?\(?\d[\d\s().\-/]{6,22}")
_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+\.[\w.\-]+")
_FLAG = re.compile(r"(?:true|false|yes|no|ya|tidak|y|n|0|1|да|нет|是|否|si|sí|não|oui|non|ja|nein)")
_MONEY = re.compile(
    r"(?:rp|rm|us\$|r\$|s\$|[$€£฿₫₱₹₽¥₩]|idr|thb|vnd|usd|eur|gbp|myr|cny|rub|brl)\.?\s*[\d.,]+.{0,6}|"
    r"[\d.,\s]+\s*(?:rp|rm|[$€£฿₫₱₹₽¥₩元块]|đ|บาท|baht|руб|idr|thb|vnd|usd|eur|gbp|myr|cny|rub|brl|"
    r"rb|ribu|juta|jt|k)\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Shape:
    """The values of a column in the rows looked at.

    Attributes
    ----------
    distinct : tuple of str
        Different values that are filled, in the order met, not more than a few hundred.
    filled, rows : int
        How many cells hold something, and how many there are.
    times : Times or None
        How times are written, where the values are times.
    is_unique : bool
        Whether no value stands in two cells.
    """

    distinct: tuple[str, ...]
    filled: int
    rows: int
    times: Times | None
    is_unique: bool

    def share(self, holds: Callable[[str], object]) -> float:
        """Share of the distinct values of which something holds."""
        if not self.distinct:
            return 0.0
        return sum(bool(holds(value)) for value in self.distinct) / len(self.distinct)

    def mostly(self, form: re.Pattern[str]) -> bool:
        """Whether nearly all values have a form."""
        return self.share(form.fullmatch) >= MOST

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """The values as web addresses; empty where most are none."""
        found = [read for value in self.distinct if (read := address(value))]
        return tuple(found) if self.distinct and len(found) >= MOST * len(self.distinct) else ()

    @property
    def kind_of_address(self) -> str | None:
        """What nearly all addresses are of; null where they differ or do not say."""
        kinds = [read.kind for read in self.addresses]
        return next((kind for kind in set(kinds) if kinds.count(kind) >= MOST * len(kinds)), None)

    @cached_property
    def platforms(self) -> frozenset[str]:
        """Platforms that nearly all values name."""
        if self.share(named_platform) < MOST or len(self.distinct) > 20:
            return frozenset()
        return frozenset(name for value in self.distinct if (name := named_platform(value)))

    @property
    def is_flag(self) -> bool:
        """Whether the values say yes or no."""
        return (
            0 < len(self.distinct) <= 2
            and self.share(lambda value: _FLAG.fullmatch(value.casefold())) == 1
        )

    @property
    def is_one_word(self) -> bool:
        """Whether values are single words, as ids and handles are."""
        return self.mostly(_ONE_WORD)

    @property
    def is_handle(self) -> bool:
        """Whether values begin with @."""
        return self.mostly(_HANDLE)

    @property
    def is_marked(self) -> bool:
        """Whether values are words with digits, underscores or dots, as names of people are not."""
        return self.is_one_word and self.share(_MARKED.search) >= MOST

    @property
    def is_number(self) -> bool:
        """Whether values are whole numbers without a sign."""
        return self.mostly(_NUMBER)

    @property
    def digits(self) -> int:
        """How many digits the middle one of the numbers has."""
        lengths = sorted(len(value) for value in self.distinct if _NUMBER.fullmatch(value))
        return lengths[len(lengths) // 2] if lengths else 0

    @property
    def is_row_count(self) -> bool:
        """Whether values count the rows: small numbers, each one more than the last."""
        if not self.is_number or len(self.distinct) < 2:
            return False
        numbers = [int(value[:18]) for value in self.distinct if _NUMBER.fullmatch(value)]
        steps = {after - before for before, after in pairwise(numbers)}
        return steps == {1} and numbers[0] < 100_000

    @property
    def is_cut_short(self) -> bool:
        """Whether a spreadsheet cut numbers short (4.47E+11)."""
        return self.share(_CUT.fullmatch) > 0

    @property
    def is_phone(self) -> bool:
        """Whether values are telephone numbers that say their country or begin with 0."""
        return self.mostly(_PHONE) and self.share(lambda value: value[0] in "+0(") >= 0.5

    @property
    def is_mail(self) -> bool:
        """Whether values are e-mail addresses."""
        return self.mostly(_MAIL)

    @property
    def is_money(self) -> bool:
        """Whether values are amounts with a currency."""
        return self.mostly(_MONEY)

    @property
    def holds_digits(self) -> bool:
        """Whether most values hold a digit."""
        return self.share(lambda value: any(letter.isdigit() for letter in value)) >= 0.6

    @property
    def length(self) -> float:
        """Mean length of the distinct values."""
        return sum(map(len, self.distinct)) / max(len(self.distinct), 1)

    @property
    def is_prose(self) -> bool:
        """Whether values are longer texts of several words."""
        spaced = self.share(lambda value: " " in value.strip() or len(value) > 60)
        is_json = self.share(lambda value: value[0] in "[{") >= 0.5
        return self.length >= 30 and spaced >= 0.7 and not self.addresses and not is_json


def shape(cells: Sequence[str | None], order: str | None = None) -> Shape:
    """Look at the cells of a column.

    Parameters
    ----------
    cells : sequence of str or None
        Of some rows; null or blank: nothing there.
    order : {"dmy", "mdy", "ymd"} or None
        Of dates that do not say.
    """
    filled = [cell.strip() for cell in cells if cell and cell.strip()]
    distinct = tuple(dict.fromkeys(value[:_SHOWN] for value in filled))
    looked_at = distinct[:_LOOKED_AT]
    return Shape(
        looked_at,
        len(filled),
        len(cells),
        written_times(looked_at, order),
        len(distinct) == len(filled),
    )
