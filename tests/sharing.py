"""How test files are shared out among processes: together what shares, and the longest first.

A file alone at the end leaves the other processors idle, and a group torn apart makes its server
or its world once more in each process.
"""

from __future__ import annotations

from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parents[1]
GROUPS = {
    "servers of their own": (
        "tests/graph/server/test_private.py",
        "tests/graph/server/test_starting.py",
        "tests/graph/server/test_config.py",
        "tests/graph/server/test_connection.py",
        "tests/graph/server/test_gone.py",
    ),
    "a browser and the pages' world": (
        "tests/app/test_journeys.py",
        "tests/app/test_pages.py",
        "tests/app/test_account_page.py",
    ),
    "processes that are cut off": ("tests/app/commands/test_interrupted.py",),
    "our own side": ("tests/app/test_own_side.py",),
    "rebuilding": ("tests/app/test_rebuild.py",),
    "the demonstration": ("tests/app/demo",),
    "loading": ("tests/ingest/test_load.py",),
    "the command line's world": (
        "tests/app/commands/test_looking.py",
        "tests/app/commands/test_terminal.py",
        "tests/app/commands/test_export.py",
        "tests/app/commands/test_export_graph.py",
        "tests/app/commands/test_path.py",
    ),
}
_PLACES = {
    file: (group, place)
    for group, files in enumerate(GROUPS.values())
    for place, file in enumerate(files)
}
_NAMES = list(GROUPS)


def place_of(path: str) -> tuple[int, int]:
    """Where a file comes: by its group and its place there; all that have none come last."""
    found = next((each for each in _PLACES if path == each or path.startswith(f"{each}/")), None)
    return _PLACES[found] if found else (len(GROUPS), 0)


class BySharing(LoadScopeScheduling):
    """Hand out groups, and files that are in none, in the order in which they were collected."""

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        group, _ = place_of(path)
        return _NAMES[group] if group < len(_NAMES) else path
