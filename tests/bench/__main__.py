"""``make bench``: how well and how fast, on data made here, beside the obvious methods."""

from __future__ import annotations

import argparse

from tests.bench import chats, networks
from tests.bench.machine import describe_machine


def main() -> None:
    """Run the benchmarks and print what was measured, on what, with which seeds."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[101, 102, 103])
    parser.add_argument("--accounts", type=int, default=20_000)
    parser.add_argument("--only", choices=["chats", "networks"])
    parser.add_argument("--lines", type=int, default=chats.ASKED["whatsapp"])
    parser.add_argument("--messages", type=int, default=chats.ASKED["telegram"])
    asked = parser.parse_args()
    print(describe_machine())
    if asked.only != "networks":
        chats.report({"whatsapp": asked.lines, "telegram": asked.messages}, seed=101, runs=3)
    if asked.only != "chats":
        networks.report(asked.seeds, asked.accounts)


main()
