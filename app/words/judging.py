"""What is said where a person judges: what is asked, what the answers mean, what came of them."""

from __future__ import annotations

from app import words

HEADING = "Judgement"
A_PERSON_DECIDES = "A person decides what is so."
OBEYED = (
    "The next detection obeys it: in a terminal, `spoor detect`. Every judgement is kept with who "
    "made it, when and why, and can be taken back."
)
NOT_YET_JUDGED = "Nobody has confirmed or rejected this cluster yet."
CONFIRMED, REJECTED = "Confirmed", "Rejected"

WHAT = "What is judged"
CLUSTER, MEMBER, TIE, HUB, LEGALITY = (
    "This cluster", "An account", "A tie", "A contact detail", "Legality",
)  # fmt: skip
WHICH_CLUSTER, WHICH_ACCOUNT, WHICH_TIE, WHICH_DETAIL = (
    "Which cluster", "Which account", "Which tie", "Which contact detail",
)  # fmt: skip
CLUSTER_MEANS = (
    "Confirm: these accounts are one operation. Reject: they are not; later detections still show "
    "them together where evidence does, with your word beside it."
)
LEGALITY_MEANS = (
    "What the accounts offer is, as far as you know, lawful; or that is not clear; or it would be "
    "contrary to a law. Name the law or permit. Detection takes no notice of it."
)
MEMBER_MEANS = (
    "Confirm: the account belongs to this cluster and stays with it. Reject: it is no part of it; "
    "its ties to the other accounts here are left out, whatever the evidence."
)
TIE_MEANS = (
    "Confirm: both accounts belong to one operation, however weak the evidence. Reject: they do "
    "not, however strong it is."
)
HUB_MEANS = (
    "Confirm: it serves strangers, as a courier’s or an escrow account does, and ties nobody. "
    "Reject: it is one operation’s own, however many publish it."
)
NO_SHARED_DETAIL = "No contact detail is published by two or more of these accounts."

CONFIRM, REJECT, TAKE_BACK = "Confirm", "Reject", "Take back"
PERMITTED, UNCLEAR, CONTRARY = "Permitted", "Unclear", "Contrary"
CHOOSE_ONE = "Choose one"
WHY = "Why"
WHY_HINT = "What this rests on, for those who read it later"
SAY_WHO = "Say who is working, in the sidebar, before you judge."
CHOOSE_FIRST = "Choose what you judge first."

NOTED = "Noted; the next detection obeys it."
NOT_USED = "Noted; detection takes no notice of it."
NOT_NOTED = "Nothing was noted."
STANDING_ALT = "Judgements in force"
TAKES_NO_NOTICE, OBEYED_SINCE, NOT_OBEYED_YET = "takes no notice", "yes", "not yet"


def judged(verdict: str, by: str, day: str, why: str | None) -> str:
    """Say how a cluster stands judged; ``verdict`` is `CONFIRMED` or `REJECTED`."""
    return f"{verdict} by {by} on {day}{f': {why}' if why else ''}"


def cluster(name: str) -> str:
    """Name a cluster as what is judged."""
    return f"Cluster {name}"


def legality(name: str) -> str:
    """Name a cluster's legality as what is judged."""
    return f"Legality of cluster {name}"


def account(name: str, key: str) -> str:
    """Name an account with its key, as names may be alike."""
    return key if name == key else f"{name} ({key})"


def both(names: list[str]) -> str:
    """Name what a judgement is about, one or two."""
    return " and ".join(names)


def tie(pair: str, probability: float) -> str:
    """Name a tie with its probability."""
    return f"{pair}, {words.share(probability)}"


def no_tie(pair: str) -> str:
    """Name two accounts that a tie was judged between and that none joins now."""
    return f"{pair}, no tie now"


def answered(called: str, verdict: str, *, is_new: bool) -> str:
    """Say what was judged."""
    return f"{called}: {words.JUDGED_SAID[verdict]}{'' if is_new else ', as before'}."
