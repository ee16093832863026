"""Blind audits: drawing pairs, showing both accounts without what the program thinks, counting."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import polars as pl

from app.considered import consider, known_in
from app.steps import Steps
from graph.accuracy.audit_sample import AuditResult, draw_sample, estimate_audit
from graph.errors import NotFound
from graph.tables import Tables
from graph.ties.every_score import every_score
from graph.workspace import Workspace
from ingest.audits import Audit, answers, current_audit, keep_audit

POSTS_SHOWN = 20


def draw_audit(
    workspace: Workspace, told: Steps, *, pairs: int, seed: int, as_of: str | None, who: str
) -> tuple[Audit, bool]:
    """Draw a sample of pairs above and below the threshold, and keep it.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    told : callable
        Told what is being done.
    pairs, seed : int
        How many to draw, and the seed of drawing.
    as_of : str or None
        The day; None: that of the latest sighting.
    who : str

    Returns
    -------
    tuple
        The audit, and whether it is new.

    Raises
    ------
    NotFound
        If no two accounts share anything.
    """
    known, settings, calibration, decided = consider(workspace, as_of, told)
    asked = settings.threshold_bits
    threshold = calibration.threshold_bits if asked is None else asked
    told("Scoring pairs", 0, 1)
    scored = every_score(known, calibration, settings.layers, decided)
    told("Scoring pairs", 1, 1)
    if scored.is_empty():
        raise NotFound("no two accounts share anything that is weighed; there is nothing to audit.")
    sample = draw_sample(scored, threshold, pairs=pairs, seed=seed)
    return keep_audit(
        workspace, sample, as_of=known.as_of, calibration=calibration.name, seed=seed, who=who
    )


def next_pair(workspace: Workspace, place: int | None = None) -> dict[str, Any] | None:
    """Give the accounts of the next pair that nobody answered, or of one that is named.

    Parameters
    ----------
    workspace : Workspace
        The caller holds its writer lock.
    place : int, optional
        From 1.

    Returns
    -------
    dict or None
        ``audit pair pairs accounts``; of each account what it shows as known on the day of the
        sample, and nothing of scores, ties or reasons. None when all are answered.

    Raises
    ------
    NotFound
        If there is no sample, or no such pair.
    """
    audit = current_audit(workspace)
    many = len(audit.sample.pairs)
    told = answers(workspace, audit)
    if place is None:
        place = next((each for each in range(1, many + 1) if each not in told), None)
    if place is None:
        return None
    if not 1 <= place <= many:
        raise NotFound(f"pair {place} is not in the sample, which has pairs 1 to {many}.")
    known = known_in(workspace, audit.as_of, lambda *_: None)
    first, second, _ = audit.sample.pairs[place - 1]
    return {
        "audit": audit.name,
        "pair": place,
        "pairs": many,
        "accounts": [_shown(known, key) for key in (first, second)],
    }


def audit_result(workspace: Workspace) -> tuple[Audit, AuditResult]:
    """Estimate from what was answered about the sample drawn last."""
    audit = current_audit(workspace)
    told = {place: each.answer for place, each in answers(workspace, audit).items()}
    return audit, estimate_audit(audit.sample, told)


def result_data(audit: Audit, found: AuditResult) -> dict[str, Any]:
    """Give a result as plain data."""
    return {
        "audit": audit.name,
        "as_of": audit.as_of,
        "calibration": audit.calibration,
        **asdict(found),
        "unanswered": len(found.unanswered),
        "population": sum(stratum.pairs for stratum in audit.sample.strata),
    }


def _shown(known: Tables, key: str) -> dict[str, Any]:
    """Everything that one account shows; ``known`` false where it is there no longer."""
    of_account = pl.col("account_key") == key
    groups = known.memberships.filter(of_account).join(known.groups, on="group_key", how="left")
    names = known.names.filter(of_account)
    posts = known.posts.filter(of_account).sort("posted_at", "post_key", descending=True)
    details = known.details.filter(of_account).select("kind", "value").unique()
    return {
        "key": key,
        "known": not known.accounts.filter(of_account).is_empty(),
        "handles": _values(names, "handle"),
        "names": _values(names, "name"),
        "bios": _values(names, "bio"),
        "groups": sorted(
            {name or group for name, group in groups.select("name", "group_key").iter_rows()}
        ),
        "contact_details": details.sort("kind", "value").to_dicts(),
        "posts_in_all": len(posts),
        "posts": posts.head(POSTS_SHOWN)
        .select("post_key", "posted_at", "group_key", "price", "text")
        .to_dicts(),
    }


def _values(rows: pl.DataFrame, column: str) -> list[str]:
    """Distinct values that are there."""
    return list(rows[column].drop_nulls().unique().sort())
