"""What the pages say where clusters leave the program as files."""

from __future__ import annotations

from app import words

FORMAT = "Format"
FORMATS = {
    "csv": "Tables (CSV, in a zip)",
    "graphml": "Network (GraphML)",
    "gexf": "Network with days (GEXF)",
}
CSV_HOLDS = (
    "Members, ties with their reasons, and the posts that the reasons cite, as three tables. What "
    "a spreadsheet would take for a formula begins with an apostrophe."
)
PREPARE = "Prepare the file"
PREPARING = "Reading what the file holds …"
DOWNLOAD = "Download"
SAY_WHO = "Say who is working, in the sidebar, before you export."
NOT_STATED = "No source states a handling code. Ask who gave it before you pass anything on."
RED = (
    "One of the sources is TLP:RED, for the ears of those present only: nothing that rests on it "
    "may be exported. Export clusters that do not rest on it, or ask its owner for another code."
)


def handling(code: str, *, of_all: bool) -> str:
    """Say which handling code follows the file."""
    whose = "the sources of this workspace" if of_all else "the sources of these posts"
    return f"Handling: {code}, the strictest that {whose} state. It goes with the file."


def about(snapshot: str, as_of: str, codes: tuple[str, ...]) -> str:
    """Say what the tables in a zip are, and how they may be handled."""
    return (
        f"Clusters of Spoor's snapshot {snapshot}, as known by the end of {as_of} (UTC).\n"
        f"{words.LEAD}\n"
        f"Handling: {'; '.join(codes) or 'no source states a code'}.\n"
    )


def unmarked(sources: int) -> str:
    """Say of how many sources no handling code is known."""
    return f"{words.count(sources, 'source')} state no code." if sources else ""


def of_list(clusters: int, in_all: int) -> str:
    """Say which clusters the export of a list holds."""
    if clusters < in_all:
        return f"Export the first {clusters:,} of the {in_all:,} clusters that fit"
    return f"Export {'this cluster' if clusters == 1 else f'these {clusters:,} clusters'}"


def ready(name: str, size: int) -> str:
    """Say that a file is ready."""
    return f"{name} is ready ({max(1, round(size / 1024)):,} KiB)."
