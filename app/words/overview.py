"""The words of the Overview page."""

from __future__ import annotations

from datetime import date

from app import words

TITLE = "Overview"
WAYS = {
    "accounts": ("views/account.py", "Find an account"),
    "groups": ("views/group.py", "Find a group"),
    "posts": ("views/search.py", "Search in posts"),
    "contact_details": ("views/detail.py", "Find a contact detail"),
    "sources": ("views/ingest.py", "Take in more"),
}
"""Where that is found which a number counts."""

CHANGES = "What changed last"
NO_REPORT = "No report has been made yet: it says what changed in a week, and why."
ALL_CHANGES = "All changes, with their evidence"
MAKE_REPORT = "Make the first report"
MOST_SENTENCES = 4

EYES = "Clusters that need eyes"
NO_CLUSTER = "This detection found no cluster: no evidence ties two accounts strongly."
ALL_JUDGED = "Every cluster has been judged; the largest of them:"
ALL_CLUSTERS = "All clusters"

HUBS = "Contact details that serve many"
NO_HUB = "None was found: no contact detail is shared by so many that it stands out."
HUBS_SAID = (
    "A courier, an escrow account or an administrator joins strangers: such a detail ties nobody "
    "here, and is a lead of its own."
)
MAY_SERVE = "May serve strangers"
PUBLISHED_BY = "Published by"
ALL_HUBS = "All of them, to be judged"

COVERAGE = "What was collected, week by week"
COVERAGE_SAID = (
    "Posts of each group in each week of the last half year. A hatched week has no post that was "
    "collected: nobody knows whether nobody posted or nobody looked. It is never a zero."
)
AS_PICTURE, AS_TABLE = "Picture", "Table"
SHOWN_AS = "Shown as"
NOT_COLLECTED = "not collected"
NO_POST = "No post has a time in these weeks."
OUTSIDE = "outside of groups"
PICK_A_WEEK = "Click a week to see what it is."
GROUP, WEEK, POSTS, IN_ALL = "Group", "Week from", "Posts", "Posts in all"
COVERAGE_ALT = "How many posts of each group were collected in each week"

HEALTH = "Sources"
HEALTHY = "Nothing about the sources needs a person."
EVERY, REFUSED, CUT_OFF, NO_ZONE, ASSUMED, PAST = (
    "All", "Rows refused", "Not wholly loaded", "Without a time zone", "Assumptions",
    "Kept too long",
)  # fmt: skip
WHICH_SOURCES = "Which sources"
MEANINGS = {
    EVERY: "Every source that was taken in and not withdrawn, the last one first.",
    REFUSED: "Rows that could not be read. In a terminal, `spoor rejected` says which, and why.",
    CUT_OFF: "Their loading was cut off, or is going on: numbers may still grow. Taking the same "
    "files in again goes on where it stopped.",
    NO_ZONE: "They do not say of which time zone their times are: these may be off by hours, and "
    "say so wherever they are shown.",
    ASSUMED: "What was assumed or passed over when they were read.",
    PAST: "The date until which they may be kept has passed: they may have to be deleted.",
}
NONE_OF_THESE = "There is none."
NOT_STATED = "not stated"

WATCHED = "Watched"
NOTHING_WATCHED = "Nothing is watched."
TO_WATCHES = "What is watched, and what turned up"

DETECTION = "Latest detection"
AS_OF, LOOKED_AT, TIES, CLUSTERS, CALIBRATION, SNAPSHOT = (
    "Known by the end of", "Accounts looked at", "Ties found", "Clusters found", "Calibration",
    "Snapshot",
)  # fmt: skip

SOURCE, TAKEN_IN_ROWS, REFUSED_ROWS, HANDLING, KEPT_UNTIL, IS_PAST, COLLECTOR, BY, ON = (
    "Source", "Rows taken in", "Rows refused", "Handling", "May be kept until", "Past that date",
    "Collector", "Taken in by", "Taken in on",
)  # fmt: skip
NOTICES, ZONE = "What was assumed or passed over", "Time zone"
ZONE_ASSUMED, ZONE_KNOWN = "assumed", "known"
YES = "yes"


def prices(listings: int) -> str:
    """Say how many posts have a price."""
    return f"{words.count(listings, 'has', 'have')} a price"


def not_judged_first(shown: int, waiting: int) -> str:
    """Say which clusters are listed."""
    return (
        f"{words.showing(1, shown, waiting, 'clusters')} that nobody has judged yet, the largest "
        f"first. {words.LEAD}"
    )


def hubs_shown(shown: int, in_all: int) -> str:
    """Say which contact details are listed."""
    said = words.showing(1, shown, in_all, "contact details")
    return f"{said}, the likeliest first. {HUBS_SAID}"


def report_of(name: str) -> str:
    """Say which report the sentences are from."""
    return f"From the report of {name}."


def and_more(sentences: int) -> str:
    """Say that the report's first page goes on."""
    return f"and {words.count(sentences, 'more sentence')} there."


def in_week(monday: date, posts: int | None) -> str:
    """Say what was collected in a week."""
    week = f"week from {monday.day} {words.MONTHS[monday.month - 1]} {monday.year}"
    many = NOT_COLLECTED if posts is None else words.count(posts, "post")
    return f"{week}: {many}"


def in_which_order(shown: str, *, has_outside: bool) -> str:
    """Say which places are shown."""
    first = "what is outside of groups, then the busiest groups" if has_outside else "busiest first"
    return f"{shown}: {first}."


def monday(day: date) -> str:
    """Write a week's first day for an axis."""
    return f"{day.day} {words.MONTHS[day.month - 1]}"


def outside_of(platform: str) -> str:
    """Call what is in no group."""
    return f"{words.platform(platform)}, {OUTSIDE}"


def watched(number: int, hits: int | None) -> str:
    """Say how much is watched, and what turned up in the latest report."""
    many = f"{words.count(number, 'thing')} watched"
    return many if hits is None else f"{many}; {words.count(hits, 'hit')} in the latest report."


def many_sources(number: int) -> str:
    """Count sources."""
    return words.count(number, "source")
