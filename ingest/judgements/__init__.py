"""Judgements: what people decided of what the program found, kept for good in the journal."""

from ingest.judgements.in_force import (
    confirmed_members,
    judged,
    judged_hits,
    judged_legality,
    judged_successors,
)
from ingest.judgements.noting import (
    judge_cluster,
    judge_hit,
    judge_hub,
    judge_legality,
    judge_member,
    judge_pair,
    judge_successor,
)
from ingest.judgements.reading import (
    HIT,
    KINDS,
    LEGALITY,
    Judgement,
    Verdict,
    judgements,
    verdicts_of,
)

__all__ = [
    "HIT",
    "KINDS",
    "LEGALITY",
    "Judgement",
    "Verdict",
    "confirmed_members",
    "judge_cluster",
    "judge_hit",
    "judge_hub",
    "judge_legality",
    "judge_member",
    "judge_pair",
    "judge_successor",
    "judged",
    "judged_hits",
    "judged_legality",
    "judged_successors",
    "judgements",
    "verdicts_of",
]
