"""What a reader of texts finds in labelled cases, counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

import polars as pl

from ingest.extract import extract_details
from tests.bench.contact_cases import Case, agrees


class Read(NamedTuple):
    """What was reported of one case: keys, and by key what a number is used with and by whom."""

    keys: frozenset[str]
    said: dict[str, str | None]
    holders: dict[str, str | None]


class Verdict(NamedTuple):
    """How what was reported compares with the labels of one case.

    Attributes
    ----------
    case : Case
    hit, missed : frozenset of str
        Labels found and not found.
    false : frozenset of str
        Keys reported that are neither labelled nor allowed. An unresolved number is no claim:
        it counts only where nothing is missed that it could stand for.
    """

    case: Case
    hit: frozenset[str]
    missed: frozenset[str]
    false: frozenset[str]

    @property
    def wrong_but_valid(self) -> frozenset[str]:
        """Telephone numbers reported that nobody wrote."""
        return frozenset(key for key in self.false if key.startswith("phone:"))


@dataclass
class Tally:
    """Counts over some cases."""

    cases: int = 0
    hit: int = 0
    missed: int = 0
    false: int = 0
    clean: int = 0

    def add(self, verdict: Verdict) -> None:
        """Count one case."""
        self.cases += 1
        self.hit += len(verdict.hit)
        self.missed += len(verdict.missed)
        self.false += len(verdict.false)
        self.clean += not verdict.missed and not verdict.false

    @property
    def labels(self) -> int:
        """How many details there are to find."""
        return self.hit + self.missed

    @property
    def precision(self) -> float:
        """Share of what was reported that is labelled."""
        return self.hit / (self.hit + self.false) if self.hit + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of the labels that were found."""
        return self.hit / self.labels if self.labels else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both; where nothing is to be found, the share of cases left clean."""
        if not self.labels:
            return self.clean / self.cases if self.cases else 1.0
        return 2 * self.hit / (2 * self.hit + self.missed + self.false)


def read_with_spoor(cases: list[Case]) -> list[Read]:
    """Read every text, with what each case tells of where it stands."""
    by_region: dict[str | None, list[int]] = defaultdict(list)
    for at, case in enumerate(cases):
        by_region[case.region].append(at)
    rows: dict[int, list[tuple[str, str | None, str | None]]] = defaultdict(list)
    for region, places in by_region.items():
        posts = pl.DataFrame(
            {
                "key": [str(at) for at in places],
                "text": [cases[at].text for at in places],
                "platform": [cases[at].platform for at in places],
            },
            schema={"key": pl.String, "text": pl.String, "platform": pl.String},
        )
        found = extract_details(posts, region)
        for key, *row in found.select("key", "detail_key", "channel", "holder").iter_rows():
            rows[int(key)].append((row[0], row[1], row[2]))
    return [
        Read(
            frozenset(key for key, _, _ in rows[at]),
            {key: channel for key, channel, _ in rows[at]},
            {key: holder for key, _, holder in rows[at]},
        )
        for at in range(len(cases))
    ]


def judge(cases: Iterable[Case], found: Iterable[frozenset[str]]) -> list[Verdict]:
    """Compare what was reported with the labels, case by case."""
    return [_judge_one(case, keys) for case, keys in zip(cases, found, strict=True)]


def _judge_one(case: Case, keys: frozenset[str]) -> Verdict:
    """Compare one case."""
    hit = frozenset(label for label in case.expected if any(agrees(label, key) for key in keys))
    missed = case.expected - hit
    known = case.expected | set(case.allowed) | ({"unresolved:*"} if missed else set())
    false = frozenset(key for key in keys if not any(agrees(label, key) for label in known))
    return Verdict(case, hit, missed, false)


def tally(
    verdicts: Iterable[Verdict], by: Callable[[Case], tuple[str, ...]]
) -> dict[tuple[str, ...], Tally]:
    """Count verdicts in groups."""
    counted: dict[tuple[str, ...], Tally] = defaultdict(Tally)
    for verdict in verdicts:
        counted[by(verdict.case)].add(verdict)
    return dict(counted)
