"""How fast chats are read into the archive, beside another parser on the same file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench import made_chats

ROOT = Path(__file__).parents[2]
PEER = ROOT / ".venv-peers" / "bin" / "python"
PEER_SCRIPT = Path(__file__).parent / "peers" / "chat_miner.py"
KINDS: dict[str, Callable[[Path, int, int], int]] = {
    "whatsapp": made_chats.whatsapp,
    "telegram": made_chats.telegram,
}
FILES = {"whatsapp": "WhatsApp Chat with Pasar Burung.txt", "telegram": "result.json"}
UNITS = {"whatsapp": "lines", "telegram": "messages"}
ASKED = {"whatsapp": 1_000_000, "telegram": 300_000}


def report(sizes: dict[str, int], seed: int, runs: int) -> None:
    """Print, for each kind of chat, how much is read in a minute, by us and by the peer."""
    for kind, size in sizes.items():
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / FILES[kind]
            rows = KINDS[kind](file, size, seed)
            _report(kind, file, size, rows, seed, runs)


def _report(kind: str, file: Path, size: int, rows: int, seed: int, runs: int) -> None:
    """Print the figures of one file, ours and the peer's by turns."""
    unit = UNITS[kind]
    print(
        f"\n{kind}: {size:,} {unit}, {rows:,} messages, {file.stat().st_size / 2**20:,.0f} MiB, "
        f"seed {seed}; asked for {ASKED[kind]:,} {unit} a minute"
    )
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(_run([sys.executable, "-m", "tests.bench.spoor_reads", str(file)]))
        if PEER.exists():
            theirs.append(_run([str(PEER), str(PEER_SCRIPT), kind, str(file)]))
    best = min(ours, key=lambda each: each["seconds"])
    if (best["rows"], best["rejected"]) != (rows, 0):
        sys.exit(
            f"{kind}: {best['rows']:,.0f} of {rows:,} messages read; the figures mean nothing."
        )
    _print("spoor, into the archive", size, unit, ours)
    print(f"  {'':28} most memory {best['memory'] / 2**20:,.0f} MiB")
    if theirs:
        _print("chat-miner, to a data frame", size, unit, theirs)
        ratio = min(each["seconds"] for each in theirs) / best["seconds"]
        print(f"  {'':28} spoor is {ratio:.1f} times as fast")


def _run(command: list[str]) -> dict[str, float]:
    """Run a measurement in a process of its own."""
    done = subprocess.run(
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "TQDM_DISABLE": "1"},
    )  # fmt: skip
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def _print(name: str, size: int, unit: str, runs: list[dict[str, float]]) -> None:
    """Print the least and the most of several runs."""
    seconds = sorted(each["seconds"] for each in runs)
    print(
        f"  {name:28} {size / seconds[0] * 60:>12,.0f} {unit} a minute "
        f"(best of {len(runs)}: {seconds[0]:.1f} s, worst {seconds[-1]:.1f} s)"
    )
