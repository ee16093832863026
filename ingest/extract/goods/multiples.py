"""Words that multiply an amount: ``juta``, ``k``, ``万``, ``lakh``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ingest.extract.goods.wording import lowered, table

_NOWHERE: Mapping[str, str] = MappingProxyType({})
_NOTHING: Mapping[str, int] = MappingProxyType({})


class Multiple(NamedTuple):
    """A word that multiplies an amount.

    Attributes
    ----------
    factor : int
    currency : str or None
        The currency it implies wherever it is used.
    by_region : dict of str to str
        The currency it implies in a region; elsewhere it need not tell of money at all.
    money : bool
        Whether it is used of money even where it does not tell of which.
    only : tuple of str
        The currencies beside which alone it multiplies; empty: any.
    by_currency : dict of str to int
        Currencies beside which it multiplies by something else.
    """

    factor: int
    currency: str | None = None
    by_region: Mapping[str, str] = _NOWHERE
    money: bool = False
    only: tuple[str, ...] = ()
    by_currency: Mapping[str, int] = _NOTHING

    def implied(self, region: str | None) -> str | None:
        """Tell the currency that the word implies by itself."""
        return self.currency or self.by_region.get(region or "")

    def means_money(self, region: str | None) -> bool:
        """Whether the word tells of money by itself."""
        return self.money or self.implied(region) is not None

    def times(self, currency: str | None) -> int | None:
        """Tell what it multiplies by in a currency; None where it does not multiply."""
        if self.only and currency not in self.only:
            return None
        return self.by_currency.get(currency or "", self.factor)


MULTIPLES = {
    lowered(word): Multiple(
        entry["factor"],
        entry.get("currency"),
        entry.get("regions", {}),
        entry.get("money", False),
        tuple(entry.get("only", ())),
        entry.get("in", {}),
    )
    for entry in table("multiples.toml")["multiple"]
    for word in entry["words"]
}
"""By the word, as `wording.lowered` writes it."""
