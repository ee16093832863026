"""Successor groups: which new group may carry on from which group that shows no posts any more.

A group that is not collected any more cannot be told from one that ended, and a new one not from
one that was collected late: the sentence says so. Posters, administrators and texts in common are
weighed against groups that go on: sellers of one market post in many groups, and a new group that
has as much in common with a living one is just another of that market.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

import polars as pl
from rapidfuzz import fuzz
from scipy.stats import hypergeom

from graph.judged import CONFIRM, NOTHING_JUDGED, REJECT, Judged
from graph.lifecycle.succession.groups_seen import GroupSeen, groups_seen
from graph.lifecycle.succession.numbers import Groups, shipped_numbers
from graph.one_person.numbers import shipped_numbers as numbers_of_names
from graph.tables import Tables

SUCCESSOR_GROUPS = pl.Schema(
    {"group_key": pl.String(), "of": pl.String(), "score": pl.Float64(), "sentence": pl.String(),
     "reasons": pl.List(pl.String()), "judged": pl.String()}
)  # fmt: skip
"""One row per new group and the group that it may be the successor of, the likeliest first;
``judged``: what a person said, null for nothing."""

DAY = timedelta(days=1)
DIGITS = 6
NO_LETTER = re.compile(r"[\W\d_]+")


class _Like(NamedTuple):
    """What a new group has in common with another."""

    other: GroupSeen
    bits: float
    reasons: list[str]


def find_successor_groups(
    tables: Tables, *, since: datetime, judged: Judged = NOTHING_JUDGED
) -> pl.DataFrame:
    """Find new groups that may carry on from groups not seen any more.

    Parameters
    ----------
    tables : Tables
        What is known at the end of the period.
    since : datetime
        Start of the period, UTC: groups first seen since then are new.
    judged : Judged
        A succession rejected explains nothing else, and one confirmed is given whatever its
        score, as long as the two have something in common.

    Returns
    -------
    polars.DataFrame
        `SUCCESSOR_GROUPS`. Deterministic. Cost: new groups times all groups of their platform.
    """
    model = shipped_numbers().groups
    groups = groups_seen(tables, since)
    platforms: dict[str, set[str]] = {}
    for each in groups:
        platforms.setdefault(each.platform, set()).update(each.posters)
    verdicts = judged.successions()
    end = datetime.fromisoformat(tables.as_of).replace(tzinfo=since.tzinfo) + DAY
    found = [
        row
        for new in groups
        if new.first > since
        for row in _of_one(new, groups, len(platforms[new.platform]), end, model, verdicts)
    ]
    return pl.DataFrame(found, schema=SUCCESSOR_GROUPS, orient="row").sort(
        "score", "group_key", "of", descending=[True, False, False]
    )


def _of_one(
    new: GroupSeen,
    groups: list[GroupSeen],
    accounts: int,
    end: datetime,
    model: Groups,
    verdicts: Mapping[tuple[str, str], str],
) -> list[tuple[object, ...]]:
    """Whom one new group may carry on from."""
    others = [each for each in groups if each.platform == new.platform and each.first < new.first]
    like = [_compare(new, each, groups, accounts, model) for each in others]
    ended = [each for each in like if each.reasons and _has_ended(each.other, new, end, model)]
    going_on = [each.bits for each in like if each not in ended and each.reasons]
    weights = [
        model.prior_bits + each.bits + _timing(new, each.other, model) for each in ended
    ]  # fmt: skip
    rest = [0.0, *(model.living_bits + bits for bits in going_on)]
    rows = []
    said = [verdicts.get((new.key, each.other.key)) for each in ended]
    for nth, each in enumerate(ended):
        rivals = [
            bits for other, bits in enumerate(weights) if other != nth and said[other] != REJECT
        ]
        score = weights[nth] - math.log2(sum(2.0**bits for bits in [*rest, *rivals]))
        if score >= model.threshold_bits or said[nth] == CONFIRM:
            rows.append((*_row(new, each, round(score, DIGITS)), said[nth]))
    return rows


def _has_ended(old: GroupSeen, new: GroupSeen, end: datetime, model: Groups) -> bool:
    """Whether a group shows no posts any more, since about when the new one came."""
    gap = (new.first - old.last) / DAY
    silent = (end - old.last) / DAY
    return silent >= model.silent_days and -model.overlap_days <= gap <= model.most_gap_days


def _timing(new: GroupSeen, old: GroupSeen, model: Groups) -> float:
    """Bits of the time between: successors come soon, others at any time."""
    gap = abs((new.first - old.last) / DAY)
    soon = math.exp(-gap / model.mean_days) / model.mean_days
    whenever = 1 / model.most_gap_days
    return math.log2((0.8 * soon + 0.2 * whenever) / whenever)


def _compare(
    new: GroupSeen, old: GroupSeen, groups: list[GroupSeen], accounts: int, model: Groups
) -> _Like:
    """Weigh what two groups have in common."""
    bits, reasons = 0.0, []
    common = new.posters & old.posters
    if len(common) >= model.least_posters:
        chance = hypergeom.logsf(len(common) - 1, accounts, len(old.posters), len(new.posters))
        bits += min(
            -float(chance) / math.log(2) * model.poster_reliability, model.poster_cap_bits
        )  # fmt: skip
        share = 100 * len(common) / len(new.posters)
        reasons.append(
            f"{len(common)} of its {len(new.posters)} posters ({share:.0f}%) posted in the other."
        )
    alike = _named_alike(new, old, groups, model)
    if alike:
        bits += alike
        reasons.append(f"Their names are alike: “{new.name}” and “{old.name}”.")
    if runs := new.administrators & old.administrators:
        bits += model.administrator_bits
        reasons.append(f"{_many(len(runs), 'account runs', 'accounts run')} both.")
    texts = [
        text
        for text in new.texts.keys() & old.texts.keys()
        if not new.texts[text] <= common or not old.texts[text] <= common
    ]
    if texts:
        bits += min(model.text_bits * len(texts), model.text_cap_bits)
        what = _many(len(texts), "text was", "texts were")
        reasons.append(f"{what} posted in both by accounts that are not in both.")
    return _Like(old, bits, reasons)


def _named_alike(new: GroupSeen, old: GroupSeen, groups: list[GroupSeen], model: Groups) -> float:
    """Bits of names that are alike, by how many groups are called so."""
    one, other = _letters(new.name), _letters(old.name)
    if min(len(one), len(other)) < model.least_letters:
        return 0.0
    if fuzz.ratio(one, other) < model.name_alike:
        return 0.0
    called = sum(fuzz.ratio(one, _letters(each.name)) >= model.name_alike for each in groups)
    strangers = max(called - 1, 1)
    return max(math.log2(model.name_agree * model.population / strangers), 0.0)


def _letters(name: str | None) -> str:
    """The words of a group's name that identify it."""
    generic = set(numbers_of_names().words.generic)
    words = NO_LETTER.sub(" ", (name or "").casefold()).split()
    return " ".join(word for word in words if word not in generic)


def _row(new: GroupSeen, like: _Like, score: float) -> tuple[object, ...]:
    """One row of `SUCCESSOR_GROUPS`."""
    old = like.other
    sentence = (
        f"Group {_called(new)} may be the successor of {_called(old)}, not collected or not active "
        f"since {old.last:%Y-%m-%d}: first seen on {new.first:%Y-%m-%d}."
    )
    return (new.key, old.key, score, sentence, like.reasons)


def _called(group: GroupSeen) -> str:
    """What a group is called."""
    return f"“{group.name}”" if group.name else group.key


def _many(number: int, one: str, many: str) -> str:
    """So many things."""
    return f"One {one}" if number == 1 else f"{number} {many}"
