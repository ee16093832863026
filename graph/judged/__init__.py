"""What people decided, as detection obeys it."""

from graph.judged.decisions import (
    CANDIDATE,
    CLUSTER,
    CONFIRM,
    HUB,
    JUDGED,
    MAJORITY,
    MEMBER,
    NOTHING_JUDGED,
    REJECT,
    SUCCESSOR,
    TIE,
    Judged,
    Membership,
    said_of,
    share_in_common,
)

__all__ = [
    "CANDIDATE",
    "CLUSTER",
    "CONFIRM",
    "HUB",
    "JUDGED",
    "MAJORITY",
    "MEMBER",
    "NOTHING_JUDGED",
    "REJECT",
    "SUCCESSOR",
    "TIE",
    "Judged",
    "Membership",
    "said_of",
    "share_in_common",
]
