"""Where what was fetched, or takes long to work out, is kept between runs."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def cache_folder() -> Path:
    """Name the folder: ``$SPOOR_CACHE``, else the user's cache folder."""
    named = os.environ.get("SPOOR_CACHE")
    return Path(named).absolute() if named else Path(platformdirs.user_cache_dir("spoor"))
