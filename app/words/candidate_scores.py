"""What the scores of the Candidates page mean, in words."""

from __future__ import annotations

from app import words
from graph.judged import CANDIDATE


def score(bits: float) -> str:
    """Say what a score means."""
    return (
        f"Score {words.bits(bits)} bits: {_strength(bits)}. By this program’s fixed numbers the "
        f"odds are about {_odds(bits)}. An estimate for ordering questions, never a finding."
    )


def rest_of_score(bits: float, kind: str) -> str:
    """Say what a score holds besides the evidence."""
    holds = (
        "the odds before anything is compared"
        if kind == CANDIDATE
        else "the odds before anything is compared, the time between, and who else shares it"
    )
    return f"{words.bits(bits)} bits: {holds}."


def weight(bits: float | None) -> str:
    """Write what one reason weighs."""
    return words.UNKNOWN if bits is None else f"{words.bits(bits)} bits"


def _strength(bits: float) -> str:
    """Say in words how far a score reaches."""
    if bits < 3:
        return "weak, just above what is asked about"
    if bits < 7:
        return "fair"
    return "strong"


def _odds(bits: float) -> str:
    """Write bits as odds."""
    if bits >= 20:
        return "more than 1,000,000 to 1 for it"
    times = 2 ** abs(bits)
    said = f"{times:.1f}" if times < 10 else f"{times:,.0f}"
    return f"{said} to 1 {'for' if bits >= 0 else 'against'} it"
