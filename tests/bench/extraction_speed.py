"""How many posts are read a second, everything derived, beside libphonenumber's matcher."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.extraction_posts import BATCH, make_posts

ROOT = Path(__file__).parents[2]
REGION = "ID"
ASKED_POSTS = 60_000
ASKED_TIMES = 5
_WORKERS = 2
_SAMPLE = 20_000
_HARSHER = 5


def report(posts: int, seed: int) -> None:
    """Print posts a second for the usual mixture, and for a harsher one of fewer posts.

    Parameters
    ----------
    posts : int
    seed : int
    """
    _time("posts as groups hold them", posts, seed, harsh=False)
    _time("harsher, each a new advertisement", max(posts // _HARSHER, BATCH), seed, harsh=True)


def _time(name: str, posts: int, seed: int, harsh: bool) -> None:
    """Print the figures of one mixture."""
    with tempfile.TemporaryDirectory() as folder:
        texts: set[int] = set()
        characters = numbered = 0
        for number, batch in enumerate(make_posts(posts, seed, harsh)):
            batch.write_parquet(Path(folder) / f"{number:05}.parquet")
            texts.update(batch["text"].hash().to_list())
            characters += int(batch["text"].str.len_chars().sum())
            numbered += int(batch["text"].str.contains(r"[0-9]").sum())
        print(f"\n{name}: {posts:,} posts, {len(texts) / posts:.0%} distinct, "
              f"{characters / posts:.0f} characters on average, {numbered / posts:.0%} with a "
              f"digit, seed {seed}, region {REGION}")  # fmt: skip
        if not harsh:
            print("  half talk without details; a third advertisements with a number, a third of "
                  "them reposts word for word; the rest advertisements with links")  # fmt: skip
        ours = _run("spoor", folder, posts)
        alike = _run("details", folder, _SAMPLE)
        theirs = _run("matcher", folder, _SAMPLE)
    speed = posts / ours["seconds"]
    alone = alike["posts"] / alike["seconds"]
    peer = theirs["posts"] / theirs["seconds"]
    memory, helper = (ours[key] / 2**20 for key in ("memory", "helper"))
    print(f"  spoor, {_WORKERS} processes: {speed:>10,.0f} posts/s ({ours['seconds']:.1f} s with "
          f"their start; asked for {ASKED_POSTS:,}); {ours['details']:,} details; most memory "
          f"{memory:,.0f} MiB, and {helper:,.0f} MiB in a helper")  # fmt: skip
    print(f"  libphonenumber's matcher on {theirs['posts']:,} of them: {peer:,.0f} posts/s on one "
          f"processor, {_WORKERS * peer:,.0f} if it used {_WORKERS}")  # fmt: skip
    print(f"  spoor's contact details and prices alone, of the same on one processor: "
          f"{alone:,.0f} posts/s, {alone / peer:.1f} times the matcher")  # fmt: skip
    print(f"  spoor is {speed / peer / _WORKERS:.1f} times as fast as that "
          f"(asked for {ASKED_TIMES}), {speed / peer:.1f} times as one processor")  # fmt: skip


def _run(what: str, folder: str, posts: int) -> dict[str, Any]:
    """Run a measurement in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.extraction_run", what, folder, REGION]
    command += [str(posts), str(_WORKERS)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured
