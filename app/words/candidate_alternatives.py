"""What else a pair of the Candidates page could be."""

from __future__ import annotations

from collections.abc import Collection

from graph.judged import SUCCESSOR

FAMILY = "A family or flat share that uses one phone or one bank account."
EMPLOYEE = "An employee or helper who posts for the same shop, or two people of one business."
COPIED = "Somebody who copied the other’s text or pictures, or both copied a third."
COURIER = "A courier, an escrow or an administrator whose number both give."
REISSUED = "A phone number that was given to another person after the first one gave it up."
COMMON_NAME = "Two people with a common name, or who like the same handle."
IMPOSTOR = "Somebody who pretends to be the other, to profit from the name."
FELLOW = "A partner or relative of the other who was there all along, and posts more now."
MARKET = "Another group of the same market, in which the same people happen to post, too."
RENAMED = "The same group under a new name or address, moved by those who run it."
LATER = "A group that is older than it seems: it was collected only now."
LATE = "The same trade taken over, bought or inherited by somebody else."


def alternatives(kind: str, layers: Collection[str], *, of_groups: bool) -> list[str]:
    """Give other explanations, as far as they fit the evidence."""
    if of_groups:
        return [MARKET, RENAMED, LATER]
    has_detail = bool({"detail", "details"} & set(layers))
    copied = bool({"text", "texts", "phrases", "picture", "pictures"} & set(layers))
    called = bool({"handle", "name", "bio"} & set(layers))
    fitting = {
        FAMILY: has_detail,
        EMPLOYEE: True,
        COPIED: copied,
        COURIER: has_detail,
        REISSUED: has_detail and kind == SUCCESSOR,
        COMMON_NAME: called,
        IMPOSTOR: called or copied,
        FELLOW: kind == SUCCESSOR,
        LATE: kind == SUCCESSOR,
    }
    return [said for said, fits in fitting.items() if fits]
