"""Audits: samples of pairs and what people answered about them, kept apart from all judgements."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.accuracy.audit_sample import Sample, Stratum
from graph.errors import NotFound, WorkspaceError
from graph.workspace import Workspace
from ingest.journal import Journal

AUDIT = "audit"
DRAW, ANSWER = "draw", "answer"
WITHDRAW = "withdraw"


@dataclass(frozen=True)
class Audit:
    """One sample, and where it comes from.

    Attributes
    ----------
    name : str
        A fingerprint of the sample.
    as_of : str
        The day whose knowledge was sampled.
    calibration : str
        What scored it.
    sample : Sample
    """

    name: str
    as_of: str
    calibration: str
    sample: Sample


@dataclass(frozen=True)
class Answer:
    """What somebody said about one pair.

    Attributes
    ----------
    answer : str
        One of `graph.accuracy.audit_sample.ANSWERS`.
    by, at : str
        Who said so, and when (UTC, ISO 8601).
    why : str or None
    """

    answer: str
    by: str
    at: str
    why: str | None


def keep_audit(
    workspace: Workspace, sample: Sample, *, as_of: str, calibration: str, seed: int, who: str
) -> tuple[Audit, bool]:
    """Keep a sample; it is the current one from then on.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    sample : Sample
    as_of, calibration : str
        As of `Audit`.
    seed : int
        It was drawn with.
    who : str

    Returns
    -------
    tuple
        The audit, and whether it is new. The journal names it and does not tell which pairs are
        above the threshold; the file beside it does, for the result.
    """
    data = {
        "as_of": as_of,
        "calibration": calibration,
        "strata": [asdict(stratum) for stratum in sample.strata],
        "pairs": [list(pair) for pair in sample.pairs],
    }
    text = json.dumps(data, ensure_ascii=False, indent=1)
    name = "A" + hashlib.sha256(text.encode()).hexdigest()[:8]
    audit = Audit(name, as_of, calibration, sample)
    place = _file(workspace, name)
    if place.exists() and _current(workspace) == name:
        return audit, False
    try:
        place.parent.mkdir(exist_ok=True)
        draft = place.with_suffix(".draft")
        draft.write_text(text, encoding="utf-8")
        draft.replace(place)
    except OSError as error:
        raise WorkspaceError(
            f"{place}: the sample cannot be written ({error.strerror}); free some space or mend "
            "the permissions and try again."
        ) from None
    Journal(workspace).append(
        AUDIT, who, action=DRAW, audit=name, as_of=as_of, calibration=calibration, seed=seed,
        pairs=len(sample.pairs),
    )  # fmt: skip
    return audit, True


def current_audit(workspace: Workspace) -> Audit:
    """Read the sample that was drawn last.

    Raises
    ------
    NotFound
        If there is none.
    WorkspaceError
        If its file cannot be read or was changed.
    """
    name = _current(workspace)
    if name is None:
        raise NotFound("no sample was drawn yet; run `spoor audit` first.")
    place = _file(workspace, name)
    try:
        text = place.read_text(encoding="utf-8")
    except OSError as error:
        raise WorkspaceError(
            f"{place}: the sample cannot be read ({error.strerror}); restore it from a backup."
        ) from None
    if "A" + hashlib.sha256(text.encode()).hexdigest()[:8] != name:
        raise WorkspaceError(f"{place}: the sample was changed; restore it from a backup.")
    data = json.loads(text)
    sample = Sample(
        tuple(Stratum(**each) for each in data["strata"]),
        tuple((a, b, int(number)) for a, b, number in data["pairs"]),
    )
    return Audit(name, data["as_of"], data["calibration"], sample)


def answers(workspace: Workspace, audit: Audit) -> dict[int, Answer]:
    """Read what was answered last about each pair of an audit, by its place from 1.

    What was withdrawn is left out. Judgements of any other kind are never read here.
    """
    found: dict[int, Answer] = {}
    for entry in Journal(workspace).entries(AUDIT):
        if entry.get("action") != ANSWER or entry.get("audit") != audit.name:
            continue
        place = int(entry["pair"])
        if entry["verdict"] == WITHDRAW:
            found.pop(place, None)
        else:
            found[place] = Answer(entry["verdict"], entry["by"], entry["at"], entry.get("why"))
    return dict(sorted(found.items()))


def note_answer(
    workspace: Workspace, audit: Audit, place: int, answer: str, *, why: str | None, who: str
) -> bool:
    """Note what somebody says about one pair.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    audit : Audit
    place : int
        Of the pair, from 1.
    answer : str
        One of `graph.accuracy.audit_sample.ANSWERS`, or ``withdraw``, which takes back what was
        said.
    why : str or None
    who : str

    Returns
    -------
    bool
        Whether this differs from what was said before; otherwise nothing is noted again.

    Raises
    ------
    NotFound
        If the sample has no such pair.
    """
    if not 1 <= place <= len(audit.sample.pairs):
        raise NotFound(
            f"pair {place} is not in the sample, which has pairs 1 to {len(audit.sample.pairs)}."
        )
    before = answers(workspace, audit).get(place)
    said = (before.answer, before.by, before.why) if before else (WITHDRAW, who, why)
    if said == (answer, who, why):
        return False
    Journal(workspace).append(
        AUDIT, who, action=ANSWER, audit=audit.name, pair=place, verdict=answer,
        **({"why": why} if why else {}),
    )  # fmt: skip
    return True


def _file(workspace: Workspace, name: str) -> Path:
    """Where a sample is kept."""
    return workspace.journal / "audits" / f"{name}.json"


def _current(workspace: Workspace) -> str | None:
    """Name of the sample drawn last."""
    drawn = [it for it in Journal(workspace).entries(AUDIT) if it.get("action") == DRAW]
    return str(drawn[-1]["audit"]) if drawn else None
