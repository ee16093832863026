"""How fast each reader of other tools' files is, and what memory a very large file takes."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from ingest.readers import detect_format
from ingest.readers.options import ReadOptions
from tests.bench.grown import grow
from tests.ingest.readers.small_files import small_files

ROOT = Path(__file__).parents[2]
LARGE = ("4cat-telegram", "zeeschuimer", "telegram-tracker")


def report(mebibytes: int, gigabytes: float) -> None:
    """Print rows a second and memory, for a file of some size of each format.

    Parameters
    ----------
    mebibytes : int
        Size of the file of each format.
    gigabytes : float
        Size of the files of three formats (a table, lines, a document); 0 leaves them out.
    """
    print(f"\nreaders: into the archive, files of {mebibytes} MiB made of the tests' own")
    with tempfile.TemporaryDirectory() as folder:
        chosen = one_of_each(Path(folder))
        for name, small in sorted(chosen.items()):
            _measure(name, small, mebibytes << 20)
        if gigabytes:
            print(f"\nmemory on {gigabytes:g} GiB")
            for name in LARGE:
                _measure(name, chosen[name], int(gigabytes * 2**30))


def one_of_each(folder: Path) -> dict[str, Path]:
    """Choose a small file for each format, the longest; what has to be made is made in a folder."""
    found: dict[str, Path] = {}
    for path in sorted(small_files(folder), key=lambda each: each.stat().st_size):
        try:
            found[detect_format(path, path.name, ReadOptions())] = path
        except Exception as error:  # noqa: BLE001
            print(f"  {path.name}: left out ({str(error)[:80]})", file=sys.stderr)
    return found


def _measure(name: str, small: Path, size: int) -> None:
    """Print the figures of one format."""
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / small.name
        copies = grow(small, large, lambda _, written: written >= size)
        if not copies:
            print(f"  {name:28} not measured: no table, lines or list")
            return
        measured = _run(name, large)
        rows, seconds = measured["rows"], measured["seconds"]
        speed = large.stat().st_size / seconds / 2**20
        rejected = measured["rejected"] / max(rows, 1)
        print(
            f"  {name:28} {rows / seconds:>10,.0f} rows/s {speed:>7.1f} MiB/s {rows:>10,.0f} rows, "
            f"{rejected:.1%} rejected, most memory {measured['memory'] / 2**20:,.0f} MiB"
        )


def _run(name: str, file: Path) -> dict[str, Any]:
    """Read a file in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.spoor_reads", str(file), "--format", name]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured
