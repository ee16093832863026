"""The words of the Changes page; those that it shares with the report are in `app.report.words`."""

from __future__ import annotations

from datetime import datetime

from app import words
from app.report import words as told

TITLE = "Changes"
PERIOD = "Report of"
NETWORKS, ACCOUNTS, SUCCESSORS, UNSURE, MARKET, COVERAGE, WATCHES, NEXT, METHOD = (
    "Networks", "Accounts", "Successors?", "Not certain", "Market", "Coverage", "Watches",
    "Next steps", "Method",
)  # fmt: skip
"""The parts of the page, as its address names them, too."""
PART = "Part of the report"

NO_REPORT = "No report yet"
NO_REPORT_YET = (
    "A report compares what was known at the end of one week with what was known a week earlier: "
    "which networks formed, grew, split or fell silent, and why. Make the first one below."
)
OTHER_DAYS = "A report of another week, or of other days"
A_WEEK, TWO_DAYS = "A week", "From one day to another"
WHICH = "What is compared"
DAY_OF_WEEK = "Any day of the week"
FIRST_DAY, SECOND_DAY = "First day", "Second day"
NOT_IN_ORDER = "The first day has to be before the second."
MAKE = "Make this report"
OR_TYPE = "or, in a terminal:"
ALL_CLUSTERS, FIND_ACCOUNT, FIND_POSTS = "All clusters", "Find an account", "Find posts"
MADE_ANEW = "To make it again with what is known now:"
SAY_WHO = "Say who is working, in the sidebar, before you do this."

LEADS = (
    "Leads to check, not verdicts. “Not seen” says nothing of the cause, and where nobody looked, "
    "nothing is said."
)
OWN_SIDE = "This report is not shown"
OWN_SIDE_SAID = (
    "It was made before an account was declared our own side’s, and names it. Make it again; until "
    "then its files are not handed out either, but they are still in the workspace’s folder."
)

FIGURES = {
    "clusters_active": "Clusters active",
    "accounts_active": "Accounts active",
    "accounts_gone": "Not seen any more",
    "accounts_unobserved": "Unobserved",
    "posts": "Posts",
}

HANDLING = "Handling"
NOT_STATED = "not stated by any source"
DOWNLOADS = {
    "report.pdf": "PDF",
    "report.html": "HTML",
    "report.json": "JSON",
    "preserve-now.csv": "Sheet of what to preserve (CSV)",
}
KEPT_ON_RECORD = (
    "Whoever takes a copy keeps to this marking; the journal notes who took which file, and when."
)
SAY_WHO_FIRST = "Say who is working, in the sidebar, before you take a copy."

NO_CHANGE = "No network changed in a way that is worth a page."
RANKED = "the most surprising first"
SURPRISE = (
    "The more bits of surprise, the rarer such a change is at usual rates: each bit halves how "
    "often it is expected. It decides what comes first, and nothing else."
)
RUNS = (
    "Evidence is left out at random, again and again; the share says in how many of these runs "
    "the change shows on both days alike."
)
SURPRISE_AND_RUNS = f"{SURPRISE} {RUNS}"
CLUSTER, CLUSTERS = "Cluster", "Clusters"
OTHER_KIND = "Change"
NOT_NOW = "not in the latest detection; it may go on in another shape"
NOT_LINKED = "not known any more"
ALSO = "Also changed"
ALSO_SAID = "Too ordinary for a page of their own."
FOUND = "Found through new coverage: no growth"
FOUND_SAID = (
    "These accounts became known because more was collected, or earlier posts were. When they "
    "joined is not known."
)
LINEAGE = "Lines of descent"
LINEAGE_SAID = told.INTRODUCTIONS["lineage"]
PICTURE = "The network before and now; each account lies at the same place in both"
TIMELINE = "Posts a week; hatched weeks were not observed"
LINEAGE_PICTURE = "Which cluster became which, day by day"

KINDS_OF_CHANGE = "Only these changes"
ALL_KINDS = "All kinds"
ONLY_NOTABLE = "Only what is of note"
NO_ACCOUNT_CHANGE = "No account changed in a way that is told."
NONE_FITS = "No change fits this choice."

SUCCESSORS_SAID = told.INTRODUCTIONS["successors"]
NO_SUCCESSOR = "Nobody new resembles an account that is not seen any more."
DECIDE = "Decide on them among the candidates"
FOLLOWS = "may follow"

UNSURE_SAID = told.INTRODUCTIONS["unsure"]
NO_UNSURE = "Every change found holds in nine of ten runs or more."

MARKET_SAID = told.INTRODUCTIONS["market"]
NO_MARKET = "Nothing is known of sellers or listings that appeared or are not seen any more."
SELLERS = {"new": "New sellers", "gone": "Not seen any more", "back": "Seen again"}
WHICH_SELLERS = "Which sellers"
NO_SELLERS = "None in this period."

PLACES = "Places"
NO_PLACE = told.EMPTY["coverage"]
NEVER = told.NEVER
WEEKS = "The networks spoken of, week by week"

HITS = "What turned up in this report"
NO_HITS = "Nothing that is watched turned up in this period."
HITS_SINCE = "Since this report was made"
NO_NEWER = "No source was taken in since."
NO_HITS_SINCE = "Nothing that is watched is in what was taken in since."
OLDER_REPORT = "What came in since is shown with the newest report."
WATCHED = "What is watched"
NOTHING_WATCHED = "Nothing is watched yet."
WATCHED_SAID = (
    "Reports and every taking in say when something watched turns up. Nothing is looked for "
    "outside of what was collected."
)
ADD_WATCH, STOP_WATCH = "Watch something", "Stop watching"
WATCH_KIND, WATCH_VALUE, WATCH_WHY = "Kind", "What", "Why"
WATCH_WHICH = "Which"
WATCH_HINT = (
    "The key of an account or group; a contact detail however it is written; any name of a "
    "species; words; or a cluster’s id."
)
WHY_HINT = "What this rests on, for those who read it later"
WATCH_KINDS = {
    "account": "Account", "detail": "Contact detail", "term": "Words", "taxon": "Species",
    "group": "Group", "cluster": "Cluster",
}  # fmt: skip
CHOOSE_FIRST = "Say what is meant first."
NOTHING_NOTED = "Nothing was noted."
NOTED = "Noted."

PRESERVE = told.TITLES["preserve"]
PRESERVE_SAID = told.INTRODUCTIONS["preserve"]
NO_PRESERVE = told.EMPTY["preserve"]
LOOK = told.TITLES["next"]
LOOK_SAID = told.INTRODUCTIONS["next"]
NO_LOOK = told.EMPTY["next"]

COLUMN_CHANGE, COLUMN_WHAT, COLUMN_SURPRISE, COLUMN_NOW = "Change", "What", "Surprise", "Now"
COLUMN_PLACE, COLUMN_STATUS, COLUMN_BEFORE, COLUMN_POSTS, COLUMN_LAST = (
    "Place", "This period", "Posts before", "Posts", "Last observed",
)  # fmt: skip
COLUMN_KEY, COLUMN_ACCOUNT, COLUMN_ACCOUNTS, COLUMN_WHY = "Key", "Account", "Accounts", "Why"
COLUMN_ADDRESS, COLUMN_POSTED, COLUMN_YIELD = "Address (text to copy)", "Posted", "Yield"
COLUMN_PARAMETER, COLUMN_VALUE = "Parameter", "Value"
COLUMN_WATCH, COLUMN_KIND, COLUMN_WATCHED, COLUMN_BY, COLUMN_TEXT, COLUMN_HITS = (
    "Watch", "Kind", "Watched", "By", "Text", "Hits in this report",
)  # fmt: skip
FORWARDED = "forwarded from"
"""Whose words are passed on is a name, not a key."""


def period(start: str, end: str) -> str:
    """Say what a report compares, in days."""
    return f"What was known on {told.day(end)}, compared with {told.day(start)}"


def none_of(name: str) -> str:
    """Say that there is no report of a period."""
    return f"There is no report of {name} yet."


def made(at: str, by: str) -> str:
    """Say when a report was made, and by whom."""
    return f"Made {told.minute(at)} by {by}"


def older_settings(names: list[str]) -> str:
    """Say that settings are others now."""
    which = ", ".join(name.replace("_", " ") for name in names)
    return f"This report was made under other settings than those in force now: {which}."


def newer_material(sources: int) -> str:
    """Say that a report does not rest on all that is known of its days."""
    came = f" ({words.count(sources, 'source')} taken in since)" if sources else ""
    return (
        f"What is known of these days has changed since this report was made{came}: another report "
        "of them may say something else."
    )


def sources_since(sources: int) -> str:
    """Say that there is newer material, of other days."""
    came = words.count(sources, "source")
    return f"{came} taken in since this report was made; none changes what is known of its days."


def judged_since(judgements: int) -> str:
    """Say that people judged since."""
    return f"{words.count(judgements, 'judgement')} made since; this report does not know of them."


UNKNOWN_MATERIAL = (
    "Whether it was made from all that is known now cannot be said: its snapshot is not in the "
    "workspace any more."
)


def show_posts(number: int) -> str:
    """Offer the posts that show a change."""
    return f"Show {'the post' if number == 1 else f'the {number:,} posts'} cited"


def lacking_posts(number: int) -> str:
    """Say how many cited posts are not in the graph."""
    return f"{words.count(number, 'cited post')} not in the graph any more."


def between(start: str, end: str) -> str:
    """Say when something happened that is only known by two days."""
    return f"between {told.day(start)} and {told.day(end)}"


def watched_by(by: str, at: str) -> str:
    """Say who watches something, and since when."""
    return f"{by}, {told.day(at[:10])}"


def is_watched(value: str, *, is_new: bool, is_met: bool) -> str:
    """Say what became of a wish to watch something."""
    before = "" if is_new else ", as before"
    return f"{value} is watched{before}." + ("" if is_met else " Nothing has it yet.")


def not_watched(value: str) -> str:
    """Say that something is not watched any more."""
    return f"{value} is not watched any more; the journal keeps that it was."


def day_of(moment: datetime) -> str:
    """Write a day."""
    return words.day(moment)
