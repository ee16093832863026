"""How many of everything a drawn world holds."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

WHOLE = ("accounts", "markets", "largest_hub", "largest_ring", "groups_per_market", "shown")
"""Fields that say how large or how many for each, and are not in proportion to the accounts."""


@dataclass(frozen=True)
class Shape:
    """How a world is drawn; the defaults are the 20,000-account world of the benchmark."""

    accounts: int = 20_000
    markets: int = 10
    groups_per_market: int = 60
    in_rings: int = 800
    """Accounts of rings: one in 25, the base rate."""
    largest_ring: int = 60
    shown: float = 0.95
    """How often a member of a ring shows a piece of its evidence."""
    couriers: int = 12
    escrows: int = 8
    admins: int = 12
    largest_hub: int = 500
    recycled_numbers: int = 300
    popular_texts: int = 60
    popular_pictures: int = 40
    copied_once: int = 500
    copied_twice: int = 60
    text_thieves: int = 80
    picture_thieves: int = 80
    warners: int = 5
    shops: int = 25
    families: int = 60
    rescues: int = 10
    scams: int = 15
    clubs: int = 8
    campaigns: int = 5
    languages: int = 4
    circles: int = 8
    """Accounts that meet in the same few groups, and share nothing else."""

    @classmethod
    def of(cls, accounts: int) -> Shape:
        """The benchmark's shape with everything in proportion to its accounts, at least one."""
        whole = cls()
        share = accounts / whole.accounts
        counts = {
            part.name: max(1, round(getattr(whole, part.name) * share))
            for part in fields(cls)
            if part.name not in WHOLE
        }
        return replace(
            whole,
            accounts=accounts,
            groups_per_market=max(8, round(whole.groups_per_market * share)),
            largest_ring=min(whole.largest_ring, max(8, counts["in_rings"] // 8)),
            largest_hub=max(60, round(whole.largest_hub * min(1, 2 * share))),
            **counts,
        )

    def without_operations(self) -> Shape:
        """The same world with nobody who runs several accounts."""
        return replace(self, in_rings=0, shops=0, families=0, rescues=0, scams=0)
