"""The words of the page about one contact detail."""

from __future__ import annotations

from app import words

TITLE = "Contact detail"
FIND = "Number, address, handle or key"
FIND_HINT = "Such as 0812 3456 789, +62 812…, @handle, a bank account or phone:+628123456789"
FIND_NOTE = (
    "A number is found however it is written. Every contact detail counts that a post or an "
    "account’s description gives."
)
NONE_FITS = "No contact detail fits: nothing taken in gives it."
MAY_BE_MORE = "; there may be more, so say more of it"
FIND_ANOTHER = "Find another contact detail"
TO_HUBS = "Contact details that may serve strangers"
NO_SUCH = "There is no such contact detail"
FIND_ONE = "Find one by number, address or handle"
NEAREST = "The nearest"
FOUND_BECAUSE = "Found because"

TO_COPY = "Key and value, to copy"
COPY_NOTE = "Calling, writing or paying shows that somebody looks: do not try it out."
REACHES = "The account that it reaches"
REACHES_NONE = "Nothing taken in says whose handle or number on a platform it is."
REACHES_NOTE = "The platform’s own handle or number; whoever publishes it may be somebody else."
IN_CLUSTERS = "Clusters that it appears in"
IN_NO_CLUSTER = "No account that publishes it is in a cluster of the latest detection."
NOT_DETECTED = "Nobody has looked for clusters yet."

PARTS_NAME = "What hangs on it"
ACCOUNTS, POSTS, WRITINGS, GROUPS, TIES, STRANGERS, SOURCES = (
    "Accounts", "Posts", "How it is written", "Groups", "Ties", "May it serve strangers?",
    "Sources",
)  # fmt: skip
"""The parts of the page, as its address names them, too."""

NOBODY = "No account is known to publish it: only words passed on, or records, give it."
ACCOUNTS_ALT = "The accounts that publish this contact detail"
IN_POSTS_HELP = "Posts of the account that give it; 0 where only its description does."
FIRST_ONLY_NAMED = (
    "The account that published it first is not thereby its owner: what was collected begins "
    "somewhere."
)

NO_POST = "No post gives it: it stands in a description of an account, or in a record."
OVER_TIME = "Posts by week"
WEEKS_ALT = "Posts with this contact detail, by week"
WEEKS_NOTE = (
    "By the time of posting, weeks from Monday (UTC). A week without a bar is a week of which no "
    "post is known: nobody may have posted it, or nobody collected it."
)
ONE_WEEK = "All dated posts are of one week."
NO_DATE = "No post with it says when it was posted."
STANDS = "Where it stands"
BY_HAND = "recorded beside the text by the source or by hand, not found in it"
OTHER_TEXT = "not in the text as the latest sighting shows it; an earlier one may have had it"

WRITINGS_NOTE = (
    "Each way in which posts write it, as posted, and how it was read: by which rules, and how "
    "sure the reading is. A wrong reading shows here first."
)
WAYS_OF_WRITING = "ways of writing"
WRITINGS_ALT = "How posts write this contact detail"
AS_WRITTEN, READ_BY, CERTAINTY, IN_POSTS = "As written", "Read by", "Certainty", "In posts"
CERTAINTY_HELP = "How sure the rules are of their reading, not who uses it."
BESIDE_TEXT = "(recorded beside the text)"
NOT_SAID = "the source itself"

NO_GROUP = "No post with it stands in a group."
GROUPS_ALT = "The groups in which this contact detail was posted"

NO_TIES = "No tie of the latest detection rests on it."
TIES_OF = "of the latest detection that it gives a reason for, the strongest first."
NOT_COUNTED = "not counted"
MOST_TIES = " There may be more, weaker ones."
NOT_ALL_TIES = (
    "So many accounts publish it that the ties of 500 of them were looked at; there may be more."
)

HUB_NONE = "The latest detection saw no sign that it serves strangers."
HUB_UNASKED = "Nobody has looked for clusters yet, so nothing is said of it."
HUB_SAID = "May serve strangers"
HUB_REASONS = "Why"
HUB_MEANING = (
    "A courier, an escrow account or an administrator serves people who have nothing else to do "
    "with each other: sharing such a detail says little. One operation may also run many accounts "
    "with one number. A person decides which it is."
)
JUDGEMENT = "Judgement"
JUDGE_WHAT = "Which contact detail"
JUDGE_MEANS = (
    "Confirm: it serves strangers and ties nobody. Reject: it is one operation’s own, and weighs "
    "as such."
)

NO_SOURCE = (
    "No post gives it, so no row is named here: descriptions of accounts are kept with their "
    "account."
)
SOURCES_ALT = "The sources that show posts with this contact detail"
SIGHTINGS = "Every sighting: file and row"
SIGHTINGS_ALT = "The sightings of this contact detail"


def title(kind: str, value: str) -> str:
    """Head the page; ``value`` is Markdown."""
    return f"{words.kind(kind)} {value}"


def no_such(wanted: str) -> str:
    """Say that the graph lacks a contact detail; ``wanted`` is Markdown."""
    return f"Nothing taken in gives {wanted}."


def its_key(key: str) -> str:
    """Say what a detail's key is, where it may be the one that was meant."""
    return f"its key is {key}"


def facts(accounts: int, posts: int) -> str:
    """Say how much hangs on a detail."""
    return f"published by {words.count(accounts, 'account')} · in {words.count(posts, 'post')}"


def publishers(shown: str) -> str:
    """Say which part of the accounts is shown."""
    return f"{shown}, in most posts first. {FIRST_ONLY_NAMED}"


def newest_first(shown: str, read: int | None) -> str:
    """Say which part of the posts is shown; ``read`` is how many were read where not all were."""
    cut = f" Of so many posts {read:,} were read." if read else ""
    return f"{shown}, the newest first. Addresses are text to copy, never links.{cut}"


def at_least(read: int) -> str:
    """Say that numbers are bounds."""
    return f"From {read:,} of its posts, so every number is at least so high."


def stands(excerpt: str, rule: str | None, certainty: str) -> str:
    """Say where in a text a detail stands and how it was read."""
    return f"{STANDS}: {excerpt}\nRead by {rule or NOT_SAID}, certainty {certainty}"


def weight(bits: float | None, of: float, probability: float) -> str:
    """Say how much of a tie rests on a detail; ``bits`` None where it is not counted."""
    part = NOT_COUNTED if bits is None else words.bits(bits)
    return (
        f"This detail: {part} of the tie’s {words.bits(of)} bits · probability of the tie "
        f"{words.share(probability)}"
    )


def members(accounts: int, size: int) -> str:
    """Say how many of a cluster's accounts publish a detail."""
    return f"{accounts:,} of its {words.count(size, 'account')}"
