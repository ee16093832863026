"""Same-person candidates of a snapshot as questions, with what speaks for and against each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.review_question import Because, Question
from graph.judged import CANDIDATE, Judged
from graph.one_person.candidates import find_candidates
from graph.one_person.reasons import PAIR

if TYPE_CHECKING:
    from graph.detection import Detection
    from graph.tables import Tables


def find_candidate_questions(
    seen: Detection, known: Tables, decided: Judged
) -> tuple[Question, ...]:
    """Find the pairs of accounts behind which one person may be.

    Parameters
    ----------
    seen : Detection
        The snapshot.
    known : Tables
        What was known on its day.
    decided : Judged
        Hubs are as people say.
    """
    found = find_candidates(known, seen.hubs, seen.texts, decided)
    reasons: dict[tuple[str, str], list[Because]] = {}
    for row in found.reasons.iter_rows(named=True):
        because = Because(row["layer"], tuple(row["shared"]), row["bits"], row["sentence"])
        reasons.setdefault((row[PAIR[0]], row[PAIR[1]]), []).append(because)
    return tuple(
        Question(CANDIDATE, (one, other), score, tuple(reasons.get((one, other), ())))
        for one, other, score in found.likely.iter_rows()
    )
