"""What holds a cluster together, in sentences: what would be seen if evidence were wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph import keys
from graph.ties.sentences import KIND_WORDS

PIECES = {
    "text": "one text that they have in common",
    "image": "one picture that they have in common",
    "co_membership": "the group {}, which they have in common,",
    "administered_group": "the group {}, which they administer,",
    "forward": "what they pass on of {}",
    "mention": "the handle {}, which one names of the other,",
    "name": "their being called alike ({})",
    "rhythm": "the hours at which they post",
    "move": "their joining, leaving or being renamed together",
}
"""What is shared in the layers that are no contact details."""


def cut_said(found: Mapping[str, Any]) -> str:
    """Say what the least evidence between two parts is."""
    larger, smaller = found["parts"]
    are = "1 tie holds" if found["ties"] == 1 else f"{found['ties']} ties together hold"
    they = "it" if found["ties"] == 1 else "all of them"
    return (
        f"Weakest place: {are} {_accounts(smaller)} to the other {larger} (weight "
        f"{found['weight']:.2f}). Were {they} wrong, the picture would fall into "
        f"{parts_said(found['parts'])}."
    )


def evidence_said(found: Mapping[str, Any]) -> str:
    """Say what the picture would be without one shared value."""
    ties = "1 tie rests" if found["ties"] == 1 else f"{found['ties']} ties rest"
    return (
        f"If {_piece(found['layer'], found['shared'])} were wrong or meant nothing ({ties} on it), "
        f"the picture would fall into {parts_said(found['parts'])}."
    )


def tie_said(found: Mapping[str, Any]) -> str:
    """Say what the picture would be without one tie."""
    one, other = found["accounts"]
    return (
        f"If the tie between {one} and {other} were wrong, the picture would fall into "
        f"{parts_said(found['parts'])}."
    )


def account_said(found: Mapping[str, Any]) -> str:
    """Say what the picture would be if one account had been taken in by mistake."""
    return (
        f"If {found['accounts'][0]} were in it by mistake (copied, quoted or serving them), the "
        f"others would be seen as {parts_said(found['parts'])}."
    )


def parts_said(parts: Sequence[int]) -> str:
    """Write the sizes of parts, the largest first.

    >>> parts_said([5, 3]), parts_said([3, 1, 1]), parts_said([1, 1])
    ('5 and 3 accounts', '3 accounts and 2 single ones', '2 single accounts')
    """
    large = [str(size) for size in parts if size > 1]
    single = len(parts) - len(large)
    if not large:
        return f"{single} single accounts"
    head = ", ".join(large[:-1]) + (" and " if len(large) > 1 else "") + large[-1]
    if not single:
        return f"{head} accounts"
    joined = head.replace(" and ", ", ")
    return f"{joined} accounts and {'a single one' if single == 1 else f'{single} single ones'}"


def _piece(layer: str, shared: str) -> str:
    """Name a shared value."""
    if layer in PIECES:
        return PIECES[layer].format(shared if layer == "co_membership" else _bare(shared))
    return f"the {KIND_WORDS.get(layer, layer)} {keys.detail_parts(shared)[1]}"


def _bare(shared: str) -> str:
    """A shared value without the name of its layer."""
    return shared.partition(":")[2] or shared


def _accounts(many: int) -> str:
    """Write how many accounts."""
    return "1 account" if many == 1 else f"{many} accounts"
