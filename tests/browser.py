"""A real Chromium: where it is on this machine, and how it is started without talking to anyone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find_chromium() -> Path | None:
    """Find a Chromium: ``$SPOOR_CHROMIUM``, one on the path, or Playwright's own."""
    if named := os.environ.get("SPOOR_CHROMIUM"):
        return Path(named) if Path(named).is_file() else None
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.is_file() else None


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Run Chromium for the length of a ``with`` block."""
    found = find_chromium()
    if found is None:
        raise RuntimeError("There is no Chromium here; `python -m tests.ensure_chromium` gets one.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=list(QUIET), ignore_default_args=["--headless"]
        )
        try:
            yield browser
        finally:
            browser.close()
