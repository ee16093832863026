"""The sentences about notes, on the pages that show them and on their own."""

from __future__ import annotations

HEADING = "Notes"
MEANING = (
    "What people here wrote down. Notes are kept with who wrote them and when; no tie and no "
    "detection takes notice of them."
)
NONE_YET = "Nobody has written a note about this yet."
NEW = "A new note"
NEW_HINT = "What is to be remembered, for those who read it later"
ADD = "Add the note"
CHANGE = "Correct or withdraw"
CORRECTED_TEXT = "How it is to read"
CORRECT = "Correct"
WHY = "Why it is withdrawn"
WITHDRAW = "Withdraw"
SAY_WHO = "Say who is working, in the sidebar, before you write."
ADDED = "The note is kept."
CORRECTED = "The note is corrected; what it said before stays in the journal."
UNCHANGED = "The note reads so already."
WITHDRAWN = "The note is withdrawn; the journal keeps it."
NOT_DONE = "Nothing was noted."
GONE = (
    "The latest detection has no cluster of this id any more. An id goes on from one detection to "
    "the next while the cluster does; what was noted stays under the id it was noted under."
)
GONE_SHORT = "the latest detection has no such cluster"

TITLE = "Notes"
WHAT = (
    "Everything that people wrote about accounts, clusters, groups, contact details and posts, "
    "the newest first."
)
FIND = "Words in the note, its subject or its writer’s name"
ABOUT = "About"
ANYTHING = "Anything"
KINDS = {
    "account": "Account",
    "cluster": "Cluster",
    "group": "Group",
    "detail": "Contact detail",
    "post": "Post",
}
NONE_AT_ALL = "Nobody has written a note yet"
HOW = "The page of an account, cluster, group, contact detail or post has a place for notes."
NOTHING_FITS = "No note has these words."
SEALS = "What is sealed"
SEALS_WHAT = (
    "Pictures of these are shown to nobody. A seal is lifted on the page of the post or account, "
    "by a named person who gives a reason."
)


def written(by: str, at: str) -> str:
    """Say who wrote a note, and when."""
    return f"{by}, {moment(at)}"


def corrected(by: str | None, at: str | None) -> str:
    """Say who corrected a note last, and when."""
    return f"corrected by {by}, {moment(at or '')}"


def moment(at: str) -> str:
    """Write a time (UTC) of the journal."""
    return f"{at[:16].replace('T', ' ')} UTC"
