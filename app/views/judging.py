"""Judging on a cluster's page: the cluster itself, its accounts, its ties, its contact details."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app import judging, session, words
from app.literal import visible
from app.views.judging_form import OBEYED, ask_judgement, show_standing, tell_what_was_judged
from app.views.reading import Shown
from graph.judged import CLUSTER, HUB, MEMBER, TIE
from ingest.judgements import LEGALITY, Judgement

Choices = dict[str, list[str]]


def say_status(shown: Shown) -> None:
    """Say how the cluster stands judged, and what came of a judgement just made."""
    tell_what_was_judged()
    said = next((each for each in _standing(shown) if each.kind == CLUSTER), None)
    if said is None:
        st.text("Nobody has confirmed or rejected this cluster yet.")
        return
    verdict = "Confirmed" if said.verdict == "confirm" else "Rejected"
    why = f": {said.why}" if said.why else ""
    st.text(visible(f"{verdict} by {said.by} on {said.at[:10]}{why}"))


def show_judging(shown: Shown) -> None:
    """Ask what a person decides, and list what stands."""
    st.header("Judgement", anchor=False)
    st.markdown(f"A person decides what is so. {OBEYED}")
    what = st.segmented_control(
        "What is judged", list(_SUBJECTS), default=_FIRST, key="judged", required=True,
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
        CLUSTER, {f"Cluster {name}": [name]}, what="Which cluster", place=name,
        meaning="Confirm: these accounts are one operation. Reject: they are not; later "
        "detections still show them together where evidence does, with your word beside it.",
    )  # fmt: skip


def _judge_legality(shown: Shown, _: list[Judgement]) -> None:
    """Ask about the cluster's legality."""
    name = shown.cluster.summary.id
    ask_judgement(
        LEGALITY, {f"Legality of cluster {name}": [name]}, what="Which cluster", place=name,
        meaning="What the accounts offer is, as far as you know, lawful; or that is not clear; or "
        "it would be contrary to a law. Name the law or permit. Detection takes no notice of it.",
    )  # fmt: skip


def _judge_member(shown: Shown, standing: list[Judgement]) -> None:
    """Ask about an account."""
    name = shown.cluster.summary.id
    accounts = [member.account_key for member in shown.cluster.members]
    accounts += [each.subject[1] for each in standing if each.kind == MEMBER]
    choices = {_named(shown, key): [name, key] for key in accounts}
    ask_judgement(
        MEMBER, choices, what="Which account", place=name,
        meaning="Confirm: the account belongs to this cluster and stays with it. Reject: it is no "
        "part of it; its ties to the other accounts here are left out, whatever the evidence.",
    )  # fmt: skip


def _judge_tie(shown: Shown, standing: list[Judgement]) -> None:
    """Ask about a tie, among them those that are judged already."""
    choices: Choices = {}
    for tie in shown.cluster.ties:
        ends = [tie.account_a, tie.account_b]
        choices[f"{_pair(shown, ends)}, {words.share(tie.probability)}"] = ends
    known = [set(ends) for ends in choices.values()]
    for each in standing:
        if each.kind == TIE and set(each.subject) not in known:
            choices[f"{_pair(shown, list(each.subject))}, no tie now"] = list(each.subject)
    ask_judgement(
        TIE, choices, what="Which tie", place=shown.cluster.summary.id,
        meaning="Confirm: both accounts belong to one operation, however weak the evidence. "
        "Reject: they do not, however strong it is.",
    )  # fmt: skip


def _judge_hub(shown: Shown, _: list[Judgement]) -> None:
    """Ask about a contact detail that members share."""
    if not shown.cluster.details:
        st.markdown("No contact detail is published by two or more of these accounts.")
        return
    choices: Choices = {
        f"{words.kind(detail.kind)} {detail.value}": [detail.detail_key]
        for detail in shown.cluster.details
    }
    ask_judgement(
        HUB, choices, what="Which contact detail", place=shown.cluster.summary.id,
        meaning="Confirm: it serves strangers, as a courier’s or an escrow account does, and ties "
        "nobody. Reject: it is one operation’s own, however many publish it.",
    )  # fmt: skip


_SUBJECTS: dict[str, Callable[[Shown, list[Judgement]], None]] = {
    "This cluster": _judge_cluster,
    "An account": _judge_member,
    "A tie": _judge_tie,
    "A contact detail": _judge_hub,
    "Legality": _judge_legality,
}
_FIRST = "This cluster"


def _named(shown: Shown, key: str) -> str:
    """Name an account with its key, as names may be alike."""
    name = shown.account(key)
    return key if name == key else f"{name} ({key})"


def _pair(shown: Shown, ends: list[str]) -> str:
    """Name both accounts of a tie."""
    return " and ".join(_named(shown, key) for key in ends)


def _called(shown: Shown, key: str) -> str:
    """Call what a judgement is about; ids and keys of others stay as they are."""
    return shown.account(key)
