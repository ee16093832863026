"""How many people a lived world has, and what they are apt to do in a week."""

from __future__ import annotations

from dataclasses import dataclass, replace

WEEKS = 40


@dataclass(frozen=True)
class Life:
    """Numbers of a lived world; the defaults are those of 20,000 accounts."""

    accounts: int = 20_000
    cities: int = 12
    operated: float = 0.026
    """Share of the accounts that operators want to have; bans add to it."""
    most_wanted: int = 60
    shops: int = 25
    kin: float = 0.01
    """How often a newcomer has no telephone of their own and uses a relative's."""
    posts: float = 0.22
    busy: float = 0.35
    """How likely an account posts in a week; an operator's."""
    banned: float = 0.0006
    noticed: float = 0.02
    """How likely a seller's account is closed in a week; an operator's."""
    back: float = 0.5
    """How likely a seller whose account was closed opens another."""
    copies: float = 0.03
    learns: float = 0.1
    """How likely a post is taken from others; how likely a newcomer's way of writing is."""

    @classmethod
    def of(cls, accounts: int) -> Life:
        """The same life with other numbers of accounts."""
        whole = cls()
        share = accounts / whole.accounts
        return replace(
            whole,
            accounts=accounts,
            cities=max(2, round(whole.cities * share)),
            most_wanted=min(whole.most_wanted, max(10, round(whole.most_wanted * 2 * share))),
            shops=max(1, round(whole.shops * share)),
        )

    def without_operations(self) -> Life:
        """The same life with nobody who runs several accounts."""
        return replace(self, operated=0.0, shops=0, kin=0.0, back=0.0)
