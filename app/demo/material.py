"""The demonstration's material: fictional plain tables as collectors hold them, of two weeks.

All names, numbers, addresses and handles are invented (`app.demo.invent` says how); the
advertisements are ordinary ones. The material is the same whenever and wherever it is written.
"""

from __future__ import annotations

from pathlib import Path

from app.demo.calendar import WEEKS
from app.demo.files import write_csv, write_jsonl, write_tsv, write_xlsx
from app.demo.rows import (
    facebook_rows,
    instagram_rows,
    member_rows,
    spotter_rows,
    telegram_rows,
)
from app.demo.truth import PlantedTruth
from app.demo.world import make_world

SOURCES = (
    ("facebook-groups.csv", facebook_rows, write_csv),
    ("telegram-groups.jsonl", telegram_rows, write_jsonl),
    ("instagram-profiles.tsv", instagram_rows, write_tsv),
    ("group-members.csv", member_rows, write_csv),
    ("cyber-spotters.xlsx", spotter_rows, write_xlsx),
)


def write_demo(folder: Path) -> list[Path]:
    """Write the demonstration's material.

    Parameters
    ----------
    folder : Path
        Where to; made if need be. Files of an earlier run are written anew.

    Returns
    -------
    list of Path
        Five files for each of two weeks, in ``2026-W45/`` and ``2026-W46/``: CSV of Facebook
        groups, JSON Lines of Telegram groups, TSV of Instagram profiles, member lists, and a
        spreadsheet kept by volunteers. A few rows cannot be read, on purpose.
    """
    world = make_world()
    written = []
    for week in WEEKS:
        place = folder / week
        place.mkdir(parents=True, exist_ok=True)
        written += [write(place / name, rows(world, week)) for name, rows, write in SOURCES]
    return written


def planted_truth() -> PlantedTruth:
    """Tell what was planted; it is in no file."""
    return make_world().truth
