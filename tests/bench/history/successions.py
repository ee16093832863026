"""Accounts that are shut out, and the new ones that take over from them."""

from __future__ import annotations

from tests.bench.history.happenings import Succession
from tests.bench.history.people import People
from tests.bench.history.sellers import Seller

WAYS = {"details and texts": 0.4, "details": 0.3, "texts": 0.2, "name": 0.1}
ALIKE_ANYWAY, SAME_GROUPS = 0.3, 0.8
DAYS_BETWEEN = (1.5, 9.0)
ENDINGS = ("2", "_new", "baru", "official", "_id")


def succeed(people: People, old: Seller, day: float) -> Succession:
    """Shut an account out on a day, and let another take over some days later.

    Parameters
    ----------
    people : People
        Whom the new account joins.
    old : Seller
        It posts until that day.
    day : float

    Returns
    -------
    Succession
        The new account gives itself away by one of `WAYS`.
    """
    invent = people.invent
    old.stop(day)
    way = invent.dice.choices(list(WAYS), list(WAYS.values()))[0]
    begins = day + invent.dice.uniform(*DAYS_BETWEEN)
    alike = way == "name" or invent.chance(ALIKE_ANYWAY)
    handle = f"{old.handle}{invent.one(ENDINGS)}" if alike else None
    places = old.places
    if not invent.chance(SAME_GROUPS):
        places = people.groups(old.market, many=2)
    new = people.open(places, begins, (old.gap * 0.7, old.gap * 1.4), handle=handle)
    worn = old.phases[-1]
    details, texts = worn.details, worn.texts
    if way in ("texts", "name"):
        details = [people.detail("phone")]
    if way == "details":
        texts = people.texts(old.market, max(len(texts), 3))
    if way == "name":
        texts = texts[: max(len(texts) // 2, 1)] + people.texts(old.market, 3)
    new.show(begins, list(details), list(texts))
    return Succession(old, new, begins, way)
