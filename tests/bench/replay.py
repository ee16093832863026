"""``make bench``, part replay: what it costs to follow a planted history week by week."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from tests.bench.chats import ROOT
from tests.bench.machine import peak_memory

THREADS = "2"
ASKED_MINUTES, ASKED_POSTS = 30, 1_000_000
WEEKS_TOGETHER = 13


def report(posts: int, seed: int) -> None:
    """Print seconds per week and in all, and the most memory, in a process of its own.

    Parameters
    ----------
    posts : int
        About how many posts the history has.
    seed : int
        Of the history.
    """
    print(
        f"\nreplay of a planted history, about {posts:,} posts, seed {seed}, {THREADS} threads; "
        f"asked for {ASKED_MINUTES} minutes at {ASKED_POSTS:,} posts"
    )
    subprocess.run(
        [sys.executable, "-m", "tests.bench.replay", str(posts), str(seed)],
        cwd=ROOT, check=True,
        env={**os.environ, "POLARS_MAX_THREADS": THREADS, "OMP_NUM_THREADS": THREADS},
    )  # fmt: skip


def _replay(posts: int, seed: int) -> None:
    """Follow a history in this process: every week's detection, and what changed since the last."""
    from tests.bench.history.followed import follow
    from tests.bench.history.shape import WEEKS, Shape
    from tests.bench.history.world import history

    world = history(seed, Shape.of(posts))
    print(
        f"  {len(world.posts):,} posts of {len(world.accounts):,} accounts in "
        f"{len(world.places)} groups, {len(world.details):,} contact details; "
        f"{peak_memory() / 1e9:.1f} GB in all before the first week"
    )
    begun, processor = time.perf_counter(), time.process_time()
    last, last_processor = begun, processor
    for week, events, told, members in follow(world):
        if (week + 1) % WEEKS_TOGETHER == 0:
            now, now_processor = time.perf_counter(), time.process_time()
            print(
                f"  weeks {week + 2 - WEEKS_TOGETHER:>3} to {week + 1:>3}: "
                f"{(now - last) / WEEKS_TOGETHER:>5.1f} s each "
                f"({(now_processor - last_processor) / WEEKS_TOGETHER:.1f} s of processor); in the "
                f"last {members['cluster_id'].n_unique():,} clusters, {len(events):,} events of "
                f"clusters, {len(told):,} of accounts",
                flush=True,
            )
            last, last_processor = now, now_processor
    seconds, used = time.perf_counter() - begun, time.process_time() - processor
    print(
        f"  {WEEKS} weeks over {len(world.posts):,} posts: {seconds / 60:.1f} minutes "
        f"({used / 60:.1f} of processor), {seconds / WEEKS:.1f} s a week, most memory "
        f"{peak_memory() / 1e9:.1f} GB"
    )


if __name__ == "__main__":
    _replay(int(sys.argv[1]), int(sys.argv[2]))
