"""``make bench``: how well and how fast, on data made here, beside the obvious methods."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.bench import (
    calibration_curve,
    candidates,
    chats,
    co_membership,
    cost,
    extraction,
    lfr,
    networks,
    pictures,
    readers,
    replay,
)
from tests.bench.history import report as histories
from tests.bench.history.shape import POSTS
from tests.bench.machine import describe_machine
from tests.bench.pages import report as pages

FEW_SEEDS = [101, 102, 103]


def main() -> None:
    """Run the benchmarks and print what was measured, on what, with which seeds."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+")
    parser.add_argument("--accounts", type=int, default=20_000)
    parser.add_argument(
        "--only",
        choices=[
            "calibration",
            "candidates",
            "chats",
            "comembership",
            "cost",
            "extraction",
            "history",
            "lfr",
            "networks",
            "pages",
            "pictures",
            "readers",
            "replay",
        ],
    )
    parser.add_argument("--nodes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--lines", type=int, default=chats.ASKED["whatsapp"])
    parser.add_argument("--messages", type=int, default=chats.ASKED["telegram"])
    parser.add_argument("--mebibytes", type=int, default=32)
    parser.add_argument("--gigabytes", type=float, default=2)
    parser.add_argument("--posts", type=int, default=1_000_000)
    parser.add_argument("--history-posts", type=int, default=POSTS)
    parser.add_argument("--replay-posts", type=int, default=POSTS)
    parser.add_argument("--page-posts", type=int, default=POSTS)
    parser.add_argument("--page-workspace", type=Path)
    parser.add_argument("--scenes", type=int, default=300)
    asked = parser.parse_args()
    print(describe_machine())
    if asked.only in (None, "readers"):
        readers.report(asked.mebibytes, asked.gigabytes)
    if asked.only in (None, "chats"):
        chats.report({"whatsapp": asked.lines, "telegram": asked.messages}, seed=101, runs=3)
    if asked.only in (None, "extraction"):
        extraction.report(asked.seeds or FEW_SEEDS, asked.posts)
    if asked.only in (None, "pictures"):
        pictures.report(asked.seeds or FEW_SEEDS, asked.scenes)
    if asked.only in (None, "networks"):
        networks.report(asked.seeds or networks.SEEDS, asked.accounts)
    if asked.only in (None, "history"):
        histories.report(asked.seeds or FEW_SEEDS, asked.history_posts)
    if asked.only in (None, "replay"):
        replay.report(asked.replay_posts, (asked.seeds or FEW_SEEDS)[0])
    if asked.only in (None, "pages"):
        pages.report(asked.page_posts, (asked.seeds or FEW_SEEDS)[0], asked.page_workspace)
    if asked.only in (None, "candidates"):
        candidates.report(asked.seeds or FEW_SEEDS, asked.accounts)
    if asked.only in (None, "calibration"):
        calibration_curve.report(asked.seeds or FEW_SEEDS, asked.accounts)
    if asked.only in (None, "comembership"):
        co_membership.report(asked.seeds or co_membership.SEEDS)
    if asked.only in (None, "lfr"):
        lfr.report(asked.nodes, asked.seeds or FEW_SEEDS)
    if asked.only in (None, "cost"):
        cost.report(asked.sizes, (asked.seeds or FEW_SEEDS)[0])


main()
