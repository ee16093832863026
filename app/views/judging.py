"""Judging on a cluster's page: the cluster itself, its accounts, its ties, its contact details."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app import judging, session, words
from app.literal import visible
from app.views.judging_form import ask_judgement, show_standing, tell_what_was_judged
from app.views.reading import Shown
from app.words import judging as asked
from graph.judged import CLUSTER, HUB, MEMBER, TIE
from ingest.judgements import LEGALITY, Judgement

Choices = dict[str, list[str]]


def say_status(shown: Shown) -> None:
    """Say how the cluster stands judged, and what came of a judgement just made."""
    tell_what_was_judged()
    said = next((each for each in _standing(shown) if each.kind == CLUSTER), None)
    if said is None:
        st.text(asked.NOT_YET_JUDGED)
        return
    verdict = asked.CONFIRMED if said.verdict == "confirm" else asked.REJECTED
    st.text(visible(asked.judged(verdict, said.by, said.at[:10], said.why)))


def show_judging(shown: Shown) -> None:
    """Ask what a person decides, and list what stands."""
    st.header(asked.HEADING, anchor=False)
    st.markdown(f"{asked.A_PERSON_DECIDES} {asked.OBEYED}")
    what = st.segmented_control(
        asked.WHAT, list(_SUBJECTS), default=_FIRST, key="judged", required=True,
        label_visibility="collapsed",
    )  # fmt: skip
    standing = _standing(shown)
    _SUBJECTS[what or _FIRST](shown, standing)
    show_standing(standing, lambda key: _called(shown, key))


def _standing(shown: Shown) -> list[Judgement]:
    """Judgements in force that concern the cluster."""
    return judging.concerning(
        session.opened().workspace,
        [member.account_key for member in shown.cluster.members],
        {detail.detail_key for detail in shown.cluster.details},
    )


def _judge_cluster(shown: Shown, _: list[Judgement]) -> None:
    """Ask about the cluster as a whole."""
    name = shown.cluster.summary.id
    ask_judgement(
        CLUSTER, {asked.cluster(name): [name]}, what=asked.WHICH_CLUSTER, place=name,
        meaning=asked.CLUSTER_MEANS,
    )  # fmt: skip


def _judge_legality(shown: Shown, _: list[Judgement]) -> None:
    """Ask about the cluster's legality."""
    name = shown.cluster.summary.id
    ask_judgement(
        LEGALITY, {asked.legality(name): [name]}, what=asked.WHICH_CLUSTER, place=name,
        meaning=asked.LEGALITY_MEANS,
    )  # fmt: skip


def _judge_member(shown: Shown, standing: list[Judgement]) -> None:
    """Ask about an account."""
    name = shown.cluster.summary.id
    accounts = [member.account_key for member in shown.cluster.members]
    accounts += [each.subject[1] for each in standing if each.kind == MEMBER]
    choices = {_named(shown, key): [name, key] for key in accounts}
    ask_judgement(
        MEMBER, choices, what=asked.WHICH_ACCOUNT, place=name,
        meaning=asked.MEMBER_MEANS,
    )  # fmt: skip


def _judge_tie(shown: Shown, standing: list[Judgement]) -> None:
    """Ask about a tie, among them those that are judged already."""
    choices: Choices = {}
    for tie in shown.cluster.ties:
        ends = [tie.account_a, tie.account_b]
        choices[asked.tie(_pair(shown, ends), tie.probability)] = ends
    known = [set(ends) for ends in choices.values()]
    for each in standing:
        if each.kind == TIE and set(each.subject) not in known:
            choices[asked.no_tie(_pair(shown, list(each.subject)))] = list(each.subject)
    ask_judgement(
        TIE, choices, what=asked.WHICH_TIE, place=shown.cluster.summary.id,
        meaning=asked.TIE_MEANS,
    )  # fmt: skip


def _judge_hub(shown: Shown, _: list[Judgement]) -> None:
    """Ask about a contact detail that members share."""
    if not shown.cluster.details:
        st.markdown(asked.NO_SHARED_DETAIL)
        return
    choices: Choices = {
        f"{words.kind(detail.kind)} {detail.value}": [detail.detail_key]
        for detail in shown.cluster.details
    }
    ask_judgement(
        HUB, choices, what=asked.WHICH_DETAIL, place=shown.cluster.summary.id,
        meaning=asked.HUB_MEANS,
    )  # fmt: skip


_SUBJECTS: dict[str, Callable[[Shown, list[Judgement]], None]] = {
    asked.CLUSTER: _judge_cluster,
    asked.MEMBER: _judge_member,
    asked.TIE: _judge_tie,
    asked.HUB: _judge_hub,
    asked.LEGALITY: _judge_legality,
}
_FIRST = asked.CLUSTER


def _named(shown: Shown, key: str) -> str:
    """Name an account with its key, as names may be alike."""
    return asked.account(shown.account(key), key)


def _pair(shown: Shown, ends: list[str]) -> str:
    """Name both accounts of a tie."""
    return asked.both([_named(shown, key) for key in ends])


def _called(shown: Shown, key: str) -> str:
    """Call what a judgement is about; ids and keys of others stay as they are."""
    return shown.account(key)
