"""What ties and detection cost as the accounts grow, each size in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence

from tests.bench.chats import ROOT
from tests.bench.machine import peak_memory

THREADS = "2"
ASKED_SECONDS, ASKED_GIGABYTES, ASKED_ACCOUNTS = 90, 6, 1_000_000


def report(sizes: Sequence[int], seed: int) -> None:
    """Print seconds and memory of detection for each size, and how they grow.

    Parameters
    ----------
    sizes : sequence of int
        Accounts; five contact details each.
    seed : int
        Of the made tables.
    """
    print(
        f"\ncost of detection, {THREADS} threads, seed {seed}; asked for {ASKED_SECONDS} s and "
        f"{ASKED_GIGABYTES} GB at {ASKED_ACCOUNTS:,} accounts"
    )
    before = None
    for size in sizes:
        found = _run(size, seed)
        growth = ""
        if before is not None:
            growth = (
                f"; {size / before[0]:.0f} times the accounts, "
                f"{found['processor'] / before[1]['processor']:.1f} times the processor time"
            )
        print(
            f"  {size:>9,} accounts, {found['details']:>9,.0f} details: {found['seconds']:>6.1f} s "
            f"({found['processor']:.1f} s of processor), ties {found['ties_seconds']:.1f} s, "
            f"most memory {found['memory'] / 1e9:.1f} GB (tables {found['tables'] / 1e9:.1f}); "
            f"{found['ties']:,.0f} ties, {found['clusters']:,.0f} clusters{growth}"
        )
        before = size, found


def _run(accounts: int, seed: int) -> dict[str, float]:
    """Measure one size in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.cost", str(accounts), str(seed)],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "POLARS_MAX_THREADS": THREADS, "OMP_NUM_THREADS": THREADS},
    )  # fmt: skip
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _measure(accounts: int, seed: int) -> dict[str, float]:
    """Seconds and memory of one detection in this process."""
    from graph import detect
    from graph.settings import DetectionSettings
    from graph.ties import tie
    from tests.bench.made_accounts import made_tables
    from tests.worlds import calibration

    tables = made_tables(accounts, seed)
    tables_memory = peak_memory()
    ties_seconds = []

    def timed(*arguments: object) -> tie.Ties:
        begun = time.perf_counter()
        found = tie.tie_accounts(*arguments)  # type: ignore[arg-type]
        ties_seconds.append(time.perf_counter() - begun)
        return found

    detect.tie_accounts = timed  # type: ignore[assignment]
    begun, processor = time.perf_counter(), time.process_time()
    found = detect.run(tables, DetectionSettings(), calibration())
    return {
        "seconds": time.perf_counter() - begun,
        "processor": time.process_time() - processor,
        "ties_seconds": ties_seconds[0],
        "details": len(tables.details),
        "memory": peak_memory(),
        "tables": tables_memory,
        "ties": len(found.ties),
        "clusters": len(found.clusters),
    }


if __name__ == "__main__":
    print(json.dumps(_measure(int(sys.argv[1]), int(sys.argv[2]))))
