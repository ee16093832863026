"""The words of the page of hubs."""

from __future__ import annotations

from app import words

TITLE = "Hubs"
MEANING = (
    "Contact details that so many publish that they may serve strangers: couriers, escrow "
    "accounts, administrators. Such a detail ties nobody, and is a lead of its own. It may "
    "also be one operator of many accounts: then a person says so here."
)
NONE = "The latest detection found none."
JUDGEMENT = "Judgement"
A_PERSON_DECIDES = "A person decides what is so."
JUDGE_WHAT = "Which contact detail"
JUDGE_MEANS = (
    "Confirm: it serves strangers and ties nobody. Reject: it is one operation’s own, and weighs "
    "as such."
)


def listed(shown: str) -> str:
    """Say which part of the hubs is shown."""
    return f"{shown}, the likeliest first."


def likely(probability: float) -> str:
    """Say how likely a detail serves strangers."""
    return f"May serve strangers: {words.share(probability)}"
