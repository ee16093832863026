"""Answers to the questions on pairs: noted once, by one person at a time, and taken back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.review_question import Found, Question
from graph.judged import CANDIDATE, CONFIRM, REJECT
from graph.workspace import Workspace
from ingest.journal import Journal
from ingest.judgements import Judgement, Verdict, judge_pair, judge_successor, judgements

OPEN, CONFIRMED, REJECTED, SKIPPED = "open", "confirmed", "rejected", "skipped"
STATUSES = (OPEN, CONFIRMED, REJECTED, SKIPPED)
Standing = dict[tuple[str, str], Judgement]


@dataclass(frozen=True)
class Answered:
    """An answer that was noted.

    Attributes
    ----------
    question : Question
    before, after : Judgement or None
        What stood before it, and what stands by it.
    """

    question: Question
    before: Judgement | None
    after: Judgement | None


@dataclass(frozen=True)
class Meanwhile:
    """An answer that was not noted, as another one stands than the person saw.

    Attributes
    ----------
    question : Question
    now : Judgement or None
        What stands; None: it was taken back.
    """

    question: Question
    now: Judgement | None


def standing(workspace: Workspace, kind: str, also: Mapping[str, str]) -> Standing:
    """Read what stands judged of pairs of a kind, under the keys in use.

    Parameters
    ----------
    workspace : Workspace
    kind : str
        ``candidate`` or ``successor``.
    also : mapping of str to str
        Keys given up, with those in use.
    """
    found: Standing = {}
    for each in judgements(workspace, kind).values():
        one, other = (also.get(key, key) for key in each.subject)
        pair = (min(one, other), max(one, other)) if kind == CANDIDATE else (one, other)
        found[pair] = each
    return found


def answer(
    workspace: Workspace,
    found: Found,
    question: Question,
    verdict: Verdict,
    *,
    why: str | None,
    who: str,
    seen: str | None,
) -> Answered | Meanwhile:
    """Note an answer, unless somebody else has answered since the person looked.

    Parameters
    ----------
    workspace : Workspace
        Its writer lock is taken, and not waited for.
    found : Found
        Where the question is from.
    question : Question
    verdict : str
        ``confirm``, ``reject`` or ``withdraw``.
    why : str or None
    who : str
    seen : str or None
        When what the person saw to stand was judged; None: nothing stood.

    Raises
    ------
    WorkspaceBusy
        If another process writes; nothing is noted then.
    """
    with workspace.writer(wait=False):
        before = standing(workspace, question.kind, found.also).get(question.pair)
        if (before.at if before else None) != seen:
            return Meanwhile(question, before)
        subject = before.subject if before else question.pair
        _note(workspace, question.kind, (subject[0], subject[1]), verdict, why, who)
        after = standing(workspace, question.kind, found.also).get(question.pair)
        return Answered(question, before, after)


def undo(workspace: Workspace, found: Found, step: Answered, *, who: str) -> Answered | Meanwhile:
    """Bring back what stood before an answer; parameters and errors as of `answer`."""
    before = step.before
    seen = step.after.at if step.after else None
    verdict: Verdict = "withdraw"
    why = None
    if before is not None:
        verdict = "confirm" if before.verdict == CONFIRM else "reject"
        why = before.why
    return answer(workspace, found, step.question, verdict, why=why, who=who, seen=seen)


def queue(
    questions: Sequence[Question],
    judged: Standing,
    skipped: Collection[tuple[str, str]],
    status: str,
) -> list[Question]:
    """Give the questions of a status, in their order.

    Parameters
    ----------
    questions : sequence of Question
    judged : Standing
    skipped : collection of tuple of str
        Pairs that the person has put off; those judged since are not counted as such.
    status : str
        One of `STATUSES`.
    """
    return [each for each in questions if status_of(each, judged, skipped) == status]


def status_of(
    question: Question, judged: Standing, skipped: Collection[tuple[str, str]] = ()
) -> str:
    """Tell how a question stands, one of `STATUSES`."""
    said = judged.get(question.pair)
    if said is None:
        return SKIPPED if question.pair in skipped else OPEN
    return REJECTED if said.verdict == REJECT else CONFIRMED


def not_obeyed(workspace: Workspace, judged: Standing) -> list[Judgement]:
    """List the judgements made since the last detection, the latest first."""
    made = [entry["at"] for entry in Journal(workspace).entries("detect")]
    since = max(made, default="")
    return sorted(
        (each for each in judged.values() if each.at > since),
        key=lambda each: each.at,
        reverse=True,
    )


def _note(
    workspace: Workspace,
    kind: str,
    subject: tuple[str, str],
    verdict: Verdict,
    why: str | None,
    who: str,
) -> None:
    """Note a judgement of a pair that was found, and is known therefore."""
    if kind == CANDIDATE:
        pair: Literal["candidate"] = "candidate"
        judge_pair(workspace, pair, subject, verdict, why=why, who=who)
    else:
        judge_successor(workspace, subject[0], subject[1], verdict, why=why, who=who)
