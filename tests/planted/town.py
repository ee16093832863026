"""The people of a drawn world, and who of them has no part in anything yet."""

from __future__ import annotations

from tests.planted.account import Account, Sign
from tests.planted.invent import Inventor
from tests.planted.shape import Shape
from tests.planted.truth import World

DAYS = 300
PLATFORMS = ("facebook", "telegram", "instagram", "tiktok")
SHARES = (0.6, 0.2, 0.1, 0.1)
WITH_GROUPS = ("facebook", "telegram")
OWN_DETAILS = {"phone": 0.7, "telegram": 0.2, "bank": 0.15, "email": 0.1}


class Town:
    """Accounts, each on its own, and the truth as it comes about.

    Attributes
    ----------
    accounts : list of Account
    world : World
        What is planted so far.
    free : list of Account
        Those that no operation or organisation has taken, in random order.
    ringed : list of Account
        Those of rings.
    """

    def __init__(self, seed: int, shape: Shape) -> None:
        self.shape = shape
        self.invent = Inventor(seed, shape.markets)
        self.world = World()
        self.accounts = [self._account(number + 1) for number in range(shape.accounts)]
        self.free = self.some(shape.accounts, self.accounts)
        self.ringed: list[Account] = []

    def _account(self, number: int) -> Account:
        """Somebody with details of their own, or with none."""
        platform = self.invent.dice.choices(PLATFORMS, SHARES)[0]
        market = self.invent.below(self.shape.markets)
        details = [
            Sign(self.invent.detail(kind)[1])
            for kind, share in OWN_DETAILS.items()
            if self.invent.chance(share)
        ]
        first = self.invent.below(DAYS - 60)
        last = min(first + self.invent.between(20, 240), DAYS)
        groups = self.groups(platform, market)
        made = Account(number, platform, self.invent.name(), market, groups, (first, last))
        made.details = details
        return made

    def groups(self, platform: str, market: int) -> list[str]:
        """Some groups of a market, the popular ones more often."""
        if platform not in WITH_GROUPS:
            return []
        many = self.shape.groups_per_market
        wanted = self.invent.between(1, 6)
        ranks = [int(self.invent.dice.paretovariate(0.4)) - 1 for _ in range(wanted)]
        return sorted({self.group(platform, market * many + min(it, many - 1)) for it in ranks})

    def group(self, platform: str, number: int) -> str:
        """Native id of a group, as its platform writes them."""
        return f"-100{1_000_000_000 + number}" if platform == "telegram" else str(number + 1)

    def private_group(self, account: Account) -> str:
        """Native id of a group that nobody of the market joins."""
        beyond = self.shape.markets * self.shape.groups_per_market
        return self.group(account.platform, beyond + account.number)

    def take(self, many: int) -> list[Account]:
        """Accounts that nothing else will take."""
        taken, self.free = self.free[:many], self.free[many:]
        return taken

    def some(self, many: int, among: list[Account] | None = None) -> list[Account]:
        """Different accounts, free ones unless told; they stay free."""
        among = self.free if among is None else among
        return self.invent.some(among, many)

    def of_market(self, market: int) -> list[Account]:
        """Free accounts of one market."""
        return [account for account in self.free if account.market == market]
