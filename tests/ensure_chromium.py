"""Find a Chromium for the browser tests, or get one: ``python -m tests.ensure_chromium``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.browser import find_chromium

CANNOT = (
    "No Chromium was found and none could be installed; install one and name it in SPOOR_CHROMIUM."
)


def main() -> int:
    """Print where Chromium is, getting it first where need be; 1 when that cannot be done."""
    if named := os.environ.get("SPOOR_CHROMIUM"):
        if find_chromium() is None:
            print(f"SPOOR_CHROMIUM names {named}, which is no file; name a Chromium or unset it.")
            return 1
        print(named)
        return 0
    for install in (None, _install_from_debian, _install_from_playwright):
        if install is not None and not install():
            continue
        if found := find_chromium():
            print(found)
            return 0
    print(CANNOT)
    return 1


def _install_from_debian() -> bool:
    """Install the system's package where that is allowed."""
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return False
    print("Installing Chromium with apt-get …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    update = [apt, "-qq", "update"]
    install = [apt, "-qq", "-y", "install", "--no-install-recommends", "chromium"]
    return _run(update, environment) and _run(install, environment)


def _install_from_playwright() -> bool:
    """Let Playwright fetch its own."""
    print("Installing Chromium with Playwright …", flush=True)
    return _run([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def _run(command: list[str], environment: dict[str, str]) -> bool:
    """Run a command; whether it did what it should."""
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
