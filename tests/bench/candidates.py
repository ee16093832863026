"""Same-person candidates on planted worlds, and on real listings under ids of their own.

Candidates of one planted ring or organisation may still be several people: that
truth is not planted.
The real material lies beside the project, and nothing of it is printed but ranks and counts. A
seller of one name on two platforms is taken for one person, sellers of different names for
different ones; the names are hidden from the program, which has texts to go by.
"""

from __future__ import annotations

import csv
import tempfile
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import polars as pl

from graph.detect import run
from graph.one_person.candidates import Candidates, find_candidates
from graph.settings import DetectionSettings
from graph.workspace import open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.readers.mapping import load_mapping
from ingest.readers.options import ReadOptions
from ingest.tables import tables
from tests.bench.networks import WORLDS
from tests.bench.taking_in import take_in
from tests.listings import LISTINGS, MAPPING, opaque_id, with_opaque_accounts
from tests.planted import World
from tests.worlds import calibration

Pair = tuple[str, str]


def report(seeds: Sequence[int], accounts: int) -> None:
    """Print what is asked about on planted worlds, and where real sellers' own pairs come.

    Parameters
    ----------
    seeds : sequence of int
        Of the planted worlds.
    accounts : int
        Accounts of each.
    """
    print(f"\ncandidates: planted worlds of {accounts:,} accounts, seeds {list(seeds)}")
    for name, make in WORLDS.items():
        for seed in seeds:
            print(f"  {name} {seed}: {_on_planted(make(seed, accounts))}")
    report_listings()


def _on_planted(made: World) -> str:
    """How many pairs are asked about, and how many of them nobody operates together."""
    with tempfile.TemporaryDirectory() as folder:
        known, _ = take_in(made, Path(folder))
    seen = run(known, DetectionSettings(), calibration())
    began = time.perf_counter()
    found = find_candidates(known, seen.hubs, seen.texts)
    seconds = time.perf_counter() - began
    by = {account: f"ring {ring}" for account, ring in made.rings.items()} | made.operated()
    pairs = list(found.likely.select("account_a", "account_b").iter_rows())
    wrong = sum(by.get(a, a) != by.get(b, b) for a, b in pairs)
    return (
        f"{len(pairs)} candidates of {len(found.pairs):,} pairs compared, {wrong} of them of "
        f"different operators; {seconds:.1f} s"
    )


def report_listings() -> None:
    """Print where the pairs of the sellers on two platforms come, and how many others are shown."""
    if not LISTINGS.exists():
        print("\ncandidates: the real listings are not here")
        return
    sellers = _sellers()
    began = time.perf_counter()
    found = candidates_of_listings()
    seconds = time.perf_counter() - began
    across = _across(found.pairs)
    possible = sum(_platform(a) != _platform(b) for a, b in combinations(sorted(sellers), 2))
    print(
        f"\ncandidates: real listings, {len(sellers)} accounts under opaque ids, {possible:,} "
        f"pairs across platforms, {len(across):,} with something to compare; {seconds:.1f} s with "
        "reading"
    )
    for seller, pair in _of_two_platforms(sellers).items():
        print(f"  {seller}: {_placed(pair, across, found.threshold_bits)}")
    _print_false(found, sellers)


def candidates_of_listings() -> Candidates:
    """Take in the listings under opaque ids, detect, and find candidates."""
    with tempfile.TemporaryDirectory() as folder:
        table, mapping = Path(folder) / "listings.csv", Path(folder) / "mapping.yaml"
        with_opaque_accounts(LISTINGS, table)
        mapping.write_text(MAPPING, encoding="utf-8")
        workspace = open_workspace(Path(folder) / "workspace")
        ingest(workspace, [table], ReadOptions(mapping=load_mapping(mapping)), who="bench")
        ensure_derived(workspace, Archive(workspace))
        known = tables(workspace)
        seen = run(known, DetectionSettings(), calibration())
        return find_candidates(known, seen.hubs, seen.texts)


def _sellers() -> dict[str, str]:
    """Account key to the name under which its seller is known; the program never reads it."""
    with LISTINGS.open(newline="", encoding="utf-8") as file:
        return {
            f"{row['shop'].lower()}:{opaque_id(row['shop'], row['seller'])}": row["seller"]
            for row in csv.DictReader(file)
        }


def _of_two_platforms(sellers: dict[str, str]) -> dict[str, Pair]:
    """The pairs of accounts of one seller."""
    pairs = combinations(sorted(sellers), 2)
    return dict(sorted((sellers[a], (a, b)) for a, b in pairs if sellers[a] == sellers[b]))


def _across(pairs: pl.DataFrame) -> pl.DataFrame:
    """The pairs of two platforms, in their order."""
    ends = (pl.col(f"account_{side}").str.split(":").list.first() for side in "ab")
    return pairs.filter(pl.Expr.ne(*ends))


def _platform(account: str) -> str:
    """Where an account is."""
    return account.partition(":")[0]


def _placed(pair: Pair, across: pl.DataFrame, threshold: float) -> str:
    """Where a pair comes among all pairs across platforms."""
    mine = across.filter((pl.col("account_a") == pair[0]) & (pl.col("account_b") == pair[1]))
    if mine.is_empty():
        return "not compared: no text, phrase, detail or name is theirs alone"
    score = mine["score"][0]
    better = across.filter(pl.col("score") > score).height
    last = better + across.filter(pl.col("score") == score).height
    rank = f"{better + 1}" if last == better + 1 else f"{better + 1} to {last}"
    shown = "a candidate" if score >= threshold else "below the threshold"
    return f"rank {rank}, score {score:+.1f} bits, {shown}"


def _print_false(found: Candidates, sellers: dict[str, str]) -> None:
    """Print how many pairs of different sellers are shown as candidates."""
    accounts = sorted(sellers)
    distinct = sum(sellers[a] != sellers[b] for a, b in combinations(accounts, 2))
    pairs = list(found.likely.select("account_a", "account_b").iter_rows())
    false = [pair for pair in pairs if sellers[pair[0]] != sellers[pair[1]]]
    print(
        f"  {len(pairs)} candidates in all, {len(false)} of them of sellers of different names: "
        f"{len(false)} of {distinct:,} such pairs ({len(false) / distinct:.4%}); none is merged"
    )
    for a, b in false:
        reasons = found.reasons.filter((pl.col("account_a") == a) & (pl.col("account_b") == b))
        said = ", ".join(f"{name} {bits:+.1f}" for name, bits in _bits(reasons))
        print(f"    {_platform(a)} and {_platform(b)}: {said}")


def _bits(reasons: pl.DataFrame) -> list[tuple[str, float]]:
    """What each comparison adds."""
    return list(reasons.select("layer", "bits").iter_rows())
