"""What a city offers its traders: groups to join, couriers, keepers of money, numbers for sale."""

from __future__ import annotations

from collections import defaultdict, deque

from tests.planted.invent import Inventor

GROUPS, COURIERS, PLATFORM_GROUPS = 25, 2, ("facebook", "telegram")
ASLEEP = 13
"""Weeks that a number given up lies idle before it is sold again."""
SOLD_AGAIN = 0.1


class City:
    """One city: who is popular there becomes more so."""

    def __init__(self, invent: Inventor, number: int) -> None:
        self._invent = invent
        self.number = number
        self.couriers = [invent.number() for _ in range(COURIERS)]
        self.keeper = (invent.bank(), invent.number())
        """Of money until the goods arrive: the account and the number."""
        self.secretary = invent.number()
        self.notice = f"{invent.text(number)} info komunitas {self.secretary}"
        self.ruled = invent.number()
        """The number that the rules of the city's largest group demand to be quoted."""
        self._members = {platform: [1] * GROUPS for platform in PLATFORM_GROUPS}

    def join(self, platform: str) -> list[str]:
        """Let somebody join some groups, the more likely the more members they have."""
        if platform not in self._members:
            return []
        counts = self._members[platform]
        joined = {
            self._invent.dice.choices(range(GROUPS), counts)[0]
            for _ in range(self._invent.between(1, 5))
        }
        for group in joined:
            counts[group] += 1
        return sorted(self.group(platform, group) for group in joined)

    def group(self, platform: str, nth: int) -> str:
        """Native id of a group."""
        number = self.number * GROUPS + nth + 1
        return f"-100{2_000_000_000 + number}" if platform == "telegram" else str(number)

    def largest(self, platform: str) -> str:
        """Native id of the largest group."""
        counts = self._members[platform]
        return self.group(platform, counts.index(max(counts)))


class Numbers:
    """Sells telephone numbers; those given up are sold again after a while."""

    def __init__(self, invent: Inventor) -> None:
        self._invent = invent
        self._given_up: deque[tuple[int, str, int]] = deque()
        self.users: defaultdict[str, list[int]] = defaultdict(list)
        """By number, the people who had it, one after the other."""

    def buy(self, person: int, week: int) -> str:
        """Sell a number to a person."""
        ready = self._given_up and self._given_up[0][0] + ASLEEP <= week
        if ready and self._invent.chance(SOLD_AGAIN):
            number = self._given_up.popleft()[1]
        else:
            number = self._invent.number()
        self.users[number].append(person)
        return number

    def give_up(self, number: str, person: int, week: int) -> None:
        """Take a number back."""
        self._given_up.append((week, number, person))
