"""Seconds that the script of a page takes, as the server runs it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from streamlit.testing.v1 import AppTest

from tests.bench.pages.subjects import Opened

MAIN = Path(__file__).resolve().parents[3] / "app" / "main.py"
LONGEST = 600


@dataclass(frozen=True)
class Timed:
    """What opening a page cost.

    Attributes
    ----------
    cold : float
        Seconds of the first run of each subject, the slowest.
    half, most : float
        Median and 95th percentile of the further runs, in seconds.
    runs : int
        How many further runs there were.
    failed : list of str
        What the page said when it could not be shown.
    """

    cold: float
    half: float
    most: float
    runs: int
    failed: list[str]


def time_page(opened: list[Opened], runs: int) -> Timed:
    """Open a page for each of its subjects once, then for all of them in turn.

    Parameters
    ----------
    opened : list of Opened
        Its subjects.
    runs : int
        Further runs in all, at least.

    Returns
    -------
    Timed
    """
    pages = [_begin(each) for each in opened]
    cold = [_seconds(page) for page in pages]
    warm = [_seconds(page) for _ in range(-(-runs // len(pages))) for page in pages]
    failed = [f"{error.message}" for page in pages for error in page.exception]
    half, most = np.quantile(warm, [0.5, 0.95])
    return Timed(max(cold), float(half), float(most), len(warm), failed)


def _begin(opened: Opened) -> AppTest:
    """A browser session at a page that has not run yet."""
    page = AppTest.from_file(str(MAIN), default_timeout=LONGEST)
    for name, value in opened.asked.items():
        page.query_params[name] = value
    return page.switch_page(opened.page)


def _seconds(page: AppTest) -> float:
    """How long one run takes."""
    begun = time.perf_counter()
    page.run()
    return time.perf_counter() - begun
