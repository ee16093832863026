"""Finding the questions of a snapshot once, and keeping them beside it."""

from __future__ import annotations

import fcntl
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.own_side import decided_now
from app.review_question import Found, read, written
from graph.errors import AnalysisError, SpoorError
from graph.judged import CANDIDATE, HUB, SUCCESSOR
from graph.lifecycle.succession import numbers as of_successors
from graph.one_person import numbers as of_candidates
from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from ingest.judgements import judged, judged_successors, judgements

if TYPE_CHECKING:
    from app.review_question import Question
    from graph.detection import Detection
    from graph.tables import Tables

FORMAT = 1


def find_questions(workspace: Workspace, kind: str, snapshot: str) -> Found:
    """Find the questions of a kind in a snapshot, and keep them.

    Parameters
    ----------
    workspace : Workspace
        Its writer lock is taken only where sources have to be extracted again first.
    kind : str
        ``candidate`` or ``successor``.
    snapshot : str

    Raises
    ------
    NotFound
        If there is no such snapshot.
    WorkspaceBusy
        If sources have to be extracted again while another process writes.
    """
    from app.snapshots import read_snapshot
    from ingest.derived import ensure_derived
    from ingest.lexicon_uses import is_read
    from ingest.tables import standing_accounts, tables

    seen = read_snapshot(workspace, snapshot)
    if not is_read(workspace):
        with workspace.writer(wait=False):
            ensure_derived(workspace, Archive(workspace))
    made = made_from(workspace, kind)
    known = tables(workspace, seen.as_of)
    questions = _find(workspace, kind, seen, known)
    named = {key for each in questions for key in each.pair}
    also = standing_accounts(workspace, known.as_of)
    found = Found(
        snapshot, seen.as_of, questions, len(known.accounts),
        {other: key for other, key in also.items() if key in named}, made,
    )  # fmt: skip
    _keep(kept_in(workspace, kind, snapshot), written(found))
    return found


def kept_questions(workspace: Workspace, kind: str, snapshot: str) -> Found | None:
    """Read the questions that were kept beside a snapshot; None: none that may be shown."""
    found = read_kept(workspace, kind, snapshot)
    return found if found and may_be_shown(found, made_from(workspace, kind)) else None


def read_kept(workspace: Workspace, kind: str, snapshot: str) -> Found | None:
    """Read what is kept beside a snapshot, whether or not it may be shown; None: nothing."""
    try:
        data = json.loads(kept_in(workspace, kind, snapshot).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return read(data) if data.pop("format", None) == FORMAT else None


def may_be_shown(found: Found, now: Mapping[str, Any]) -> bool:
    """Whether what was found may still be shown.

    Parameters
    ----------
    found : Found
    now : mapping
        `made_from`.

    Returns
    -------
    bool
        False: a source was withdrawn, something else is our own side's, or the numbers are others.
    """
    then = found.made_from
    alike = all(then[name] == now[name] for name in ("numbers", "own"))
    return alike and set(then["sources"]) <= set(now["sources"])


def find_aside(workspace: Workspace, kind: str, snapshot: str) -> Found:
    """Find and keep the questions in a process of their own, so that the pages stay light.

    Raises
    ------
    AnalysisError
        If that process fails; its own sentence.

    Notes
    -----
    Of several who ask at once one looks, and the others wait for what it finds.
    """
    with (workspace.snapshots / f".{kind}-questions.lock").open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        found = kept_questions(workspace, kind, snapshot)
        if found is not None and found.made_from == made_from(workspace, kind):
            return found
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", "app.review_found", str(workspace.root), kind, snapshot],
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        found = kept_questions(workspace, kind, snapshot) if done.returncode == 0 else None
    if found is None:
        said = done.stderr.strip().splitlines()
        raise AnalysisError(said[-1] if said else "The pairs could not be found; try again.")
    return found


def made_from(workspace: Workspace, kind: str) -> dict[str, Any]:
    """Tell what questions of a kind are made from now, besides the snapshot.

    Returns
    -------
    dict
        ``numbers``, ``own``, ``sources`` and ``judged``: where they differ from those of a
        `Found`, something was taken in or judged since that would change it.
    """
    heeded = (HUB,) if kind == CANDIDATE else (HUB, SUCCESSOR)
    said = [
        [each.kind, *each.subject, each.verdict]
        for name in heeded
        for each in judgements(workspace, name).values()
    ]
    return {
        "numbers": _numbers(kind),
        "own": decided_now(workspace),
        "sources": sorted(source.sha256 for source in Archive(workspace).sources()),
        "judged": sorted(said),
    }


def _numbers(kind: str) -> str:
    """Name the numbers that questions of a kind are weighed with."""
    numbers = of_candidates if kind == CANDIDATE else of_successors
    return numbers.shipped_numbers().fingerprint


def _find(workspace: Workspace, kind: str, seen: Detection, known: Tables) -> tuple[Question, ...]:
    """Find the questions of a kind; what looks for them is loaded only here."""
    if kind == CANDIDATE:
        from app.candidate_questions import find_candidate_questions

        return find_candidate_questions(seen, known, judged(workspace, known.as_of))
    from app.successor_data import find_successor_questions

    return find_successor_questions(seen, known, judged_successors(workspace, known.as_of))


def kept_in(workspace: Workspace, kind: str, snapshot: str) -> Path:
    """Tell where the questions of a kind are kept."""
    return workspace.snapshots / snapshot / f"{kind}-questions.json"


def _keep(path: Path, data: dict[str, Any]) -> None:
    """Write a file whole, or not at all."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as file:
        json.dump({"format": FORMAT, **data}, file)
    Path(file.name).replace(path)


def _main(root: str, kind: str, snapshot: str) -> int:
    """Find and keep, and say in one sentence what went wrong."""
    try:
        find_questions(open_workspace(Path(root), create=False), kind, snapshot)
    except SpoorError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
