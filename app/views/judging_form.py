"""The form in which a person judges: what, why, and confirm, reject or take back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from app import judging, session
from app.literal import visible
from app.words import JUDGED_SAID, headings
from app.words import judging as asked
from graph.errors import SpoorError
from graph.workspace import Workspace
from ingest.judgements import LEGALITY, Judgement, Verdict

ANSWERS: dict[str, Verdict] = {
    asked.CONFIRM: "confirm", asked.REJECT: "reject", asked.TAKE_BACK: "withdraw",
}  # fmt: skip
LEGALITY_ANSWERS: dict[str, Verdict] = {
    asked.PERMITTED: "permitted", asked.UNCLEAR: "unclear", asked.CONTRARY: "contrary",
    asked.TAKE_BACK: "withdraw",
}  # fmt: skip
TOLD = "what was judged"


def ask_judgement(
    kind: str, choices: Mapping[str, Sequence[str]], *, what: str, meaning: str, place: str
) -> None:
    """Ask for a judgement and note it.

    Parameters
    ----------
    kind : str
        What is judged, as `app.judging.judge` names it.
    choices : mapping of str to sequence of str
        What may be judged, as a person reads it, with its ids; one alone is not asked for.
    what : str
        What is chosen among.
    meaning : str
        What the answers mean.
    place : str
        Tells this form from others.
    """
    who = session.named()
    with st.form(f"judge {kind} {place}", clear_on_submit=True):
        st.caption(meaning)
        names = [f"{part} {kind} {place}" for part in ("judged", "why")]
        chosen = next(iter(choices)) if len(choices) == 1 else None
        if len(choices) != 1:
            st.selectbox(what, list(choices), index=None, key=names[0], format_func=visible,
                         placeholder=asked.CHOOSE_ONE)  # fmt: skip
        st.text_input(asked.WHY, key=names[1], max_chars=500,
                      placeholder=asked.WHY_HINT)  # fmt: skip
        with st.container(horizontal=True):
            answers = LEGALITY_ANSWERS if kind == LEGALITY else ANSWERS
            for label, verdict in answers.items():
                st.form_submit_button(
                    label, key=f"{label} {kind} {place}", disabled=who is None,
                    on_click=_answer(kind, choices, chosen, verdict, names),
                )  # fmt: skip
        if who is None:
            st.text(asked.SAY_WHO)


def tell_what_was_judged() -> None:
    """Say once what came of the judgement just made."""
    told = st.session_state.pop(TOLD, None)
    if told:
        noted, sentence = told
        if noted:
            st.success(noted)
        else:
            st.error(asked.NOT_NOTED)
        st.text(visible(sentence))


def show_standing(found: Sequence[Judgement], called: Callable[[str], str]) -> None:
    """List judgements in force; ``called`` names an account or contact detail by its key."""
    if not found:
        return
    workspace = session.opened().workspace
    rows = [
        {
            headings.WHAT: visible(f"{each.kind}: {asked.both(list(map(called, each.subject)))}"),
            headings.JUDGED: JUDGED_SAID[each.verdict],
            headings.BY: visible(each.by),
            headings.ON: each.at[:16].replace("T", " "),
            headings.WHY: visible(each.why or ""),
            headings.DETECTED_SINCE: _detected_since(workspace, each),
        }
        for each in found
    ]
    st.dataframe(rows, hide_index=True, height="content", alt=asked.STANDING_ALT)


def _detected_since(workspace: Workspace, judgement: Judgement) -> str:
    """Whether a detection has obeyed a judgement; of legality none ever takes notice."""
    if judgement.kind == LEGALITY:
        return asked.TAKES_NO_NOTICE
    return asked.OBEYED_SINCE if judging.is_obeyed(workspace, judgement) else asked.NOT_OBEYED_YET


def _answer(
    kind: str,
    choices: Mapping[str, Sequence[str]],
    only: str | None,
    verdict: Verdict,
    names: Sequence[str],
) -> Callable[[], None]:
    """Give what a button does."""

    def note() -> None:
        chosen = only or st.session_state.get(names[0])
        who = session.named()
        if chosen is None or who is None:
            st.session_state[TOLD] = None, asked.CHOOSE_FIRST
            return
        why = (st.session_state.get(names[1]) or "").strip() or None
        st.session_state[TOLD] = _note(kind, choices[chosen], verdict, why, who, chosen)

    return note


def _note(
    kind: str, ids: Sequence[str], verdict: Verdict, why: str | None, who: str, called: str
) -> tuple[str | None, str]:
    """Note a judgement; what comes of it, None where it was refused, and a sentence."""
    try:
        workspace = session.opened().workspace
        with workspace.writer(wait=False):
            new = judging.judge(workspace, kind, ids, verdict, why=why, who=who)
    except SpoorError as error:
        return None, str(error)
    noted = asked.NOT_USED if kind == LEGALITY else asked.NOTED
    return noted, asked.answered(called, verdict, is_new=any(new))
