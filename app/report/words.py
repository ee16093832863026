"""The report's fixed wording, in English, in one place; sentences on events come with the data."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app import words

KICKER = "Weekly network-change report"
WHAT_MATTERS = "What matters"
KEY_FIGURES = "Key figures"
CONTENTS = "Contents"
LEADS = (
    "Everything here is a lead, not a verdict: accounts may belong together, and may be "
    "successors of others. A person checks and decides. “Not seen since” says nothing of the "
    "cause; an account whose places were not observed is called unobserved, never gone."
)

TITLES = {
    "changes": "Changes of clusters",
    "accounts": "Changes of accounts",
    "successors": "Possible successors",
    "clusters": "The clusters spoken of",
    "lineage": "Lines of descent",
    "watches": "Watches",
    "unsure": "What is not certain",
    "found": "Found through new coverage (no growth)",
    "others": "Also changed",
    "market": "Sellers and listings",
    "coverage": "Coverage and its caveats",
    "members": "Accounts of these clusters",
    "method": "Method and parameters",
    "preserve": "Preserve now",
    "next": "Look next",
}
"""Sections in their order."""

ALWAYS = frozenset({"changes", "coverage", "method", "preserve", "next"})
"""Sections that are there even when they have nothing to show; the others are left out."""

INTRODUCTIONS = {
    "changes": "The most surprising first; the more bits of surprise, the rarer such a change is. "
    "Each holds in nearly all runs on resampled evidence.",
    "accounts": "The most surprising first.",
    "successors": "New accounts and groups that share evidence with others that are not seen any "
    "more. Why those are not seen is not known.",
    "clusters": "Each account lies at the same place before and now. A cluster is made of all "
    "accounts ever linked; which of them are active is another question.",
    "lineage": "Each row is one cluster, each bar a day of reckoning; the number is how many of "
    "its accounts were active. Bands between rows show accounts that changed clusters.",
    "watches": "What the watches asked for and the posts of this period show.",
    "unsure": "These may have happened: they hold in some of the runs on resampled evidence, but "
    "in fewer than nine of ten.",
    "found": "These accounts became known because more was collected, or earlier posts were. It is "
    "not known when they joined.",
    "others": "Changes that are too ordinary for the pages before.",
    "market": "Accounts that offer or seek goods, those in no cluster too; and posts without a "
    "time of their own, which are there whenever they are sighted. Not seen any more says nothing "
    "of the cause.",
    "members": "“Before” and “now” say on which of the two days the account was part of the "
    "cluster; numbers are those in its picture.",
    "preserve": "Posts cited in this report that were never captured, the most needed first. They "
    "may be removed at any time.",
    "next": "Where looking would likely yield most, the best first.",
}
EMPTY = {
    "changes": "No cluster changed in a way that is worth a page.",
    "coverage": "No place was observed in this period or the one before.",
    "method": "Nothing more is recorded of the method.",
    "preserve": "Every post cited here has been captured, or no post is cited.",
    "next": "Nothing found in this period points to a place that is not collected already.",
}

MARKET = ("What", "Before", "Now", "Appeared", "Not seen any more", "Seen again")
SELLERS = "Sellers"


def listings_on(platform: str) -> str:
    """Name the listings of a platform."""
    return f"Listings on {words.PLATFORMS.get(platform, platform)}"


FIGURES = (
    ("clusters_active", "clusters active", "clusters_ever", "ever linked"),
    ("accounts_active", "accounts active", None, None),
    ("accounts_gone", "accounts not seen any more", None, None),
    ("accounts_unobserved", "accounts unobserved", None, None),
    ("posts", "posts in this period", "posts_before", "in the one before"),
)
"""A number of the report's figures with its caption, and another that goes with it."""

EVENTS = {
    "formed": "Formed",
    "grown": "Grown",
    "shrunk": "Shrunk",
    "merged": "Merged",
    "split": "Split",
    "dissolved": "Not active",
    "reappeared": "Active again",
    "continued": "Found",
    "new": "New",
    "vanished": "Not seen",
    "back": "Seen again",
    "moved": "Moved",
    "new_detail": "New detail",
    "dropped_detail": "Detail dropped",
    "new_role": "New role",
    "burst": "Burst",
    "price_change": "Price",
    "new_taxon": "New species",
    "successor": "Successor?",
    "successor_group": "Successor?",
}
CAUSES = {
    "activity": "Through activity",
    "evidence": "Known through new evidence",
    "judgement": "Through a judgement",
}
ACCOUNTS_OF_EVENTS = (
    ("accounts_added", "New"),
    ("accounts_back", "Seen again"),
    ("accounts_found", "Found because more was collected"),
    ("accounts_removed", "No longer part of it"),
)
MOST_NAMES = 12

ACCOUNT, GROUP, ABOUT = "Account", "Group", "About"
SPECIES, PLACE, ROLE = "Species", "Place", "Role"
POSTS_IN_SEVEN_DAYS = "Posts in seven days"
MAY_FOLLOW = "May follow"
SOURCES = "Posts cited"
SEE_PICTURE = "see its picture"
NO_ADDRESS = "no address known"
NEVER = "never"
YES, NO, NOTHING = "yes", "no", "–"
PLACES_TO_LOOK = {
    "invite": "invitation",
    "forwarded from": "forwarded from",
    "stale group": "group not observed lately",
    "handle": "handle not seen",
}

JUDGED = {
    "open": "not judged",
}
"""States of judgement that are said in other words than the data’s."""

STATES = {
    "new": "new",
    "gone": "not seen any more",
    "unobserved": "unobserved now",
    "stayed": "before and now",
}
STATUSES = {
    "active": "active",
    "unobserved": "unobserved",
    "gone": "not seen any more",
    "observed": "observed",
    "new": "collected for the first time",
    "not observed": "not observed",
}
NEW_TIE, LOST_TIE = "new tie", "tie that is not active now"
BEFORE, NOW = "Before", "Now"
NOT_OBSERVED = "not observed"
NEW_CLUSTER, MOVED_ACCOUNTS = "new cluster", "accounts that changed clusters"
POSTS_PER_WEEK = "Posts a week"


def day(text: str | None) -> str:
    """Write a day that the report holds as ISO 8601; what is none stays as it is."""
    moment = _moment(text)
    return words.day(moment) if moment else text or words.UNKNOWN


def minute(text: str | None) -> str:
    """Write a time that the report holds as ISO 8601; what is none stays as it is."""
    moment = _moment(text)
    return words.minute(moment) if moment else text or words.UNKNOWN


def short_day(text: str) -> str:
    """Write a day without its year, for axes."""
    return day(text).rpartition(" ")[0] if _moment(text) else text


def span(first: str, last: str) -> str:
    """Write a period."""
    begin, end = _moment(first), _moment(last)
    return words.span(begin, end) if begin and end else f"{first} – {last}"


def week(name: str | None) -> str:
    """Write an ISO week, 2026-W46, as people say it."""
    year, _, number = (name or "").partition("-W")
    return f"Week {int(number)} of {year}" if number.isdigit() else ""


def only_part(drawn: int, in_all: int, what: str) -> str:
    """Say that a picture shows only a part."""
    return f"{drawn:,} of {in_all:,} {what} are drawn: first those that changed."


def nobody_before(before: str) -> str:
    """Say why a cluster has no picture of the day before."""
    return f"None of these accounts was part of it on {before}."


def status(name: str) -> str:
    """Say in words what became of an account or a place."""
    return STATUSES.get(name, name)


def go_on(number: int, *, further: bool) -> str:
    """Say how many clusters go on without any change."""
    what = "further cluster" if further else "cluster"
    return f"{words.count(number, what)} {'goes' if number == 1 else 'go'} on unchanged."


def outside_of_groups(platform: str) -> str:
    """Name all of a platform that is in no group."""
    return f"{platform}, outside of groups"


def handle_of(platform: str) -> str:
    """Name the kind of a handle on a platform."""
    return f"{platform} handle"


def and_more(number: int) -> str:
    """Say that a list of names goes on."""
    return f"and {number:,} more"


def more_rows(number: int, what: str) -> str:
    """Say that a table goes on in the report's data."""
    return f"{number:,} more {what} are in the report’s JSON file."


def names_of(names: Iterable[str]) -> tuple[list[str], int]:
    """Take as many names as a line can hold, and count the rest."""
    known = list(names)
    most = len(known) if len(known) <= MOST_NAMES + 2 else MOST_NAMES
    return known[:most], len(known) - most


def _moment(text: str | None) -> datetime | None:
    """Read a day or a time."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
