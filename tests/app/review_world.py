"""A small planted world of questions: pairs with one rare handle, an account and a group followed.

All of it is invented; the telephone numbers are of the range kept free for fiction.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.app.small_world import HOSTILE_NAMES, HOSTILE_TEXT, SmallWorld

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
DAYS = 100
PAIRS = 12
OLD, NEW = "facebook:o1", "facebook:n1"
OLD_GROUP, NEW_GROUP = "facebook:group:20", "facebook:group:21"
PHONE = "(202) 555-0101"
TWINS_PHONE = "(202) 555-0177"
HANDED_OVER = "A pair of shama with cage and papers, healthy, sings all day, collect near the mill"
SYLLABLES = ("ba", "ro", "ti", "ku", "len", "mos", "vir", "dan", "pel", "gus", "zef", "nor")


def review_world() -> SmallWorld:
    """Make the world.

    Returns
    -------
    SmallWorld
        Planted: ``pairs``, the keys of `PAIRS` same-person candidates (Facebook and Instagram, one
        after the other; the first also share a number, the second are called by code); ``watched``,
        bystanders of the group in which one account follows another; ``posters`` of both groups.
    """
    world = SmallWorld()
    for nth in range(PAIRS):
        _plant_pair(world, nth)
    watched = [_account("facebook", f"w{nth}", f"Watcher {SYLLABLES[nth]}") for nth in range(5)]
    for day in range(DAYS):
        _post(world, watched[day % 5], day, f"Nothing for sale, day {day} at the {_word(day)}")
    old, new = _account("facebook", "o1", "Old Mill"), _account("facebook", "n1", "New Weir")
    for day in range(0, 50, 2):
        _post(world, old, day, f"{HANDED_OVER} {_word(day)} call {PHONE}")
    for day in range(56, DAYS, 2):
        _post(world, new, day, f"{HANDED_OVER} {_word(day + 40)} call {PHONE}")
    _plant_groups(world)
    world.planted["watched"] = [_key(each) for each in watched]
    return world


def _plant_pair(world: SmallWorld, nth: int) -> None:
    """Two accounts with one rare handle."""
    handle = f"{_word(nth * 17 + 3)}_{_word(nth * 29 + 5)}{nth}7"
    names = (HOSTILE_NAMES[0], HOSTILE_NAMES[2]) if nth == 1 else (f"Left {nth}", f"Right {nth}")
    pair = [
        {**_account(platform, f"p{nth}", name), "account_handle": handle}
        for platform, name in zip(("facebook", "instagram"), names, strict=True)
    ]
    for side, account in enumerate(pair):
        words = " ".join(_word(nth * 31 + side * 7 + step * 3) for step in range(6))
        number = f" call {TWINS_PHONE}" if nth == 0 else ""
        code = f" {HOSTILE_TEXT}" if nth == 1 else ""
        for again in range(2):
            _post(world, account, 10 + nth + side * 20 + again, f"{words}{code} {again}{number}",
                  group=f"{30 + nth}")  # fmt: skip
    world.planted.setdefault("pairs", []).extend(_key(each) for each in pair)


def _plant_groups(world: SmallWorld) -> None:
    """A group that ends, and another of nearly the same name in which its posters go on."""
    posters = [_account("facebook", f"g{nth}", f"Poster {SYLLABLES[nth]}") for nth in range(8)]
    for day in range(81):
        _post(world, posters[day % 8], day, f"Cages {_word(day * 5)} {_word(day)} {day}",
              group="20", name="Riverbend Finch Swap")  # fmt: skip
    for nth in range(16):
        _post(world, posters[nth % 8], 93 + nth // 3, f"Seed {_word(nth * 3)} {_word(nth)} {nth}",
              group="21", name="Riverbend Finch Swap 2")  # fmt: skip
    world.planted["posters"] = [_key(each) for each in posters]


def _account(platform: str, number: str, name: str) -> dict[str, str]:
    return {"platform": platform, "account_id": number, "account_name": name,
            "account_handle": ""}  # fmt: skip


def _post(
    world: SmallWorld,
    account: dict[str, str],
    day: int,
    text: str,
    *,
    group: str = "10",
    name: str | None = None,
) -> None:
    when = START + timedelta(days=day, minutes=len(world.rows) % 600)
    world.rows.append(account | {
        "post_id": f"{len(world.rows) + 1}",
        "posted_at": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "group_id": group, "group_name": name or f"Group {group}", "text": text,
    })  # fmt: skip


def _key(account: dict[str, str]) -> str:
    return f"{account['platform']}:{account['account_id']}"


def _word(seed: int) -> str:
    """An invented word."""
    return "".join(SYLLABLES[(seed * 7 + step * step * 5 + seed // 12) % 12] for step in range(3))
