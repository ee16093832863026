"""Judgements in force, as those who obey them take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from graph.judged import CANDIDATE, CLUSTER, HUB, JUDGED, SUCCESSOR, TIE, Judged
from graph.workspace import Workspace
from ingest.judgements.reading import HIT, LEGALITY, Judgement, all_judgements, judgements


def judged(workspace: Workspace, as_of: str | None = None) -> Judged:
    """Give what detection obeys: the judgements that stand now.

    Parameters
    ----------
    workspace : Workspace
    as_of : str, optional
        The day (``YYYY-MM-DD``, UTC) that is looked at. Judgements made later hold for it, too:
        they are about what was there, not about when it was known.

    Returns
    -------
    Judged
        All but those of the lexicon's hits, of legality and of successors. Accounts that were
        judged under a handle or a number given up stand under the key that `ingest.tables` gives
        them on that day.
    """
    elsewhere = (HIT, LEGALITY, SUCCESSOR)
    found = [each for each in all_judgements(workspace) if each.kind not in elsewhere]
    return Judged(_table(workspace, found, as_of))


def judged_successors(workspace: Workspace, as_of: str | None = None) -> Judged:
    """Give what the search for successors obeys: what people say of them, and of hubs.

    Parameters
    ----------
    workspace : Workspace
    as_of : str, optional
        As of `judged`.

    Returns
    -------
    Judged
        Detection takes no notice of the successors among them: no snapshot changes with them.
    """
    found = [each for each in all_judgements(workspace) if each.kind in (HUB, SUCCESSOR)]
    return Judged(_table(workspace, found, as_of))


def judged_legality(workspace: Workspace, as_of: str | None = None) -> pl.DataFrame:
    """Give what people say of the legality of clusters; detection takes no notice of it.

    Parameters
    ----------
    workspace : Workspace
    as_of : str, optional
        As of `judged`.

    Returns
    -------
    polars.DataFrame
        `graph.judged.JUDGED`, of the kind ``legality``.
    """
    return _table(workspace, list(judgements(workspace, LEGALITY).values()), as_of)


def confirmed_members(workspace: Workspace) -> frozenset[str]:
    """Read the accounts of all clusters that stand confirmed, as they were when judged."""
    return frozenset(
        member
        for each in judgements(workspace, CLUSTER).values()
        if each.verdict == "confirm"
        for member in each.members
    )


def judged_hits(workspace: Workspace) -> dict[str, tuple[int, int]]:
    """Count the hits of each entry that stand confirmed, and those that stand rejected."""
    found: dict[str, tuple[int, int]] = {}
    for (entry, _), each in judgements(workspace, HIT).items():
        right, wrong = found.get(entry, (0, 0))
        is_right = each.verdict == "confirm"
        found[entry] = (right + is_right, wrong + (not is_right))
    return found


def _table(workspace: Workspace, found: Sequence[Judgement], as_of: str | None) -> pl.DataFrame:
    """Write judgements as `JUDGED`."""
    if not found:
        return JUDGED.to_frame()
    from ingest.tables import standing_accounts

    ids = standing_accounts(workspace, as_of)
    return pl.DataFrame([_row(each, ids) for each in found], schema=JUDGED, orient="row")


def _row(judgement: Judgement, ids: Mapping[str, str]) -> tuple[object, ...]:
    """Write a judgement as a row of `JUDGED`."""
    subject = [ids.get(key, key) for key in judgement.subject]
    if judgement.kind in (TIE, CANDIDATE):
        subject.sort()
    first, second = (*subject, None)[:2]
    return (
        judgement.kind,
        first,
        second,
        judgement.verdict,
        " ".join(judgement.by.split()),
        judgement.at,
        " ".join(judgement.why.split()) if judgement.why else None,
        sorted(ids.get(key, key) for key in judgement.members),
    )
