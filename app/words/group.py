"""The words of the page about one group, and of the list of groups."""

from __future__ import annotations

from app import words

TITLE = "Group"
LIST_TITLE = "Groups"
LIST_NOTE = "Groups, channels and pages that accounts post in or belong to, most posts first."
LIST_BY_WORDS = "those that fit best first"
LIST_BY_POSTS = "most posts first"
NAME = "Name or id"
NAME_HINT = "Part of a name that the group has or had, its id or its key"
PLATFORM = "Platform"
ANY = "Any"
NO_GROUPS = "No group is known: nothing taken in says where its posts stand."
NONE_FITS = "No group fits: none is or was called this."
FIND_ANOTHER = "All groups"
NO_SUCH = "There is no such group"
FIND_ONE = "Find one by name or platform"
NEAREST = "The nearest by key and name"
GROUP, ACCOUNTS_KNOWN, POSTS_KNOWN, ALSO_CALLED = (
    "Group", "Accounts known", "Posts known", "Also called",
)  # fmt: skip

KIND = "Group, channel or page"
TO_COPY = "Key, id and address, to copy"
NO_ADDRESS = "No source gives an address of it."
COPY_NOTE = (
    "Opening the address may show the group’s members that you looked; some platforms tell who did."
)
NAMES = "Names, in the order first seen"
NO_NAME = "No source names it."
AT_UNKNOWN_TIME = "at an unknown time"
SAME_AS = "The platform says that it is the same as"
NO_REASON = "no reason given"
COUNTED = "How much is known"
MEMBERS_HELP = (
    "A source gives their role, or when they joined or left, or names them here though no post of "
    "theirs is known."
)
AT_LEAST = "at least "
POSTERS_HELP = "Accounts with a post here; recorded members may be among them."
NOT_ALL_READ = (
    "Not all accounts and posts of so large a group were read: every number is at least so high."
)
NOT_ALL_MEMBERS = (
    "These are the accounts that were collected, not all that the group has: a platform shows a "
    "part at most."
)

PARTS_NAME = "What is known of it"
TIME, PEOPLE, POSTS, GOODS, DETAILS, CLUSTERS, LEADS, SOURCES = (
    "Weeks observed", "Accounts", "Posts", "Taxa", "Contact details", "Clusters",
    "Where it leads", "Sources",
)  # fmt: skip
"""The parts of the page, as its address names them, too."""

NOTHING_DATED = "No post here says when it was posted, and no source when it was collected."
WEEKS_ALT = "Posts in this group by week, and weeks in which material of it was collected"
WEEKS_NOTE = (
    "Bars: posts by the time of posting. Marks below: weeks in which posts of it were collected. "
    "Weeks from Monday (UTC). Not collected is not silent: a week without a bar is a week of which "
    "no post is known."
)
WEEKS_TABLE = "The same as a table"
WEEK, WEEK_POSTS, WEEK_SIGHTINGS, WEEK_STATE = (
    "Week from", "Posts of that week", "Sightings made in it", "What is known",
)  # fmt: skip
HAS_POSTS = "posts known"
COLLECTED_ONLY = "collected then, but no post of that week is known"
NOTHING_KNOWN = "nothing known: not collected, or silent"

NO_PEOPLE = "No account is known to belong to it or to post in it."
PEOPLE_ALT = "The accounts of this group"
WHO = "Who is listed"
EVERYBODY, MEMBERS, POSTERS = "Everybody", "Recorded members", "Posters"
ROLE_HELP = "As the source says it."
POSTS_HERE = "Posts here"
JOINED_HELP = "Where a source says so."
LEFT_HELP = "Where a source says so and the account was not seen there since."

NO_POSTS = "No post of this group is known."
FIND_WORDS = "Words in the text"
FIND_WORDS_HINT = "All of them; whole, or as beginnings"
FIRST_DAY, LAST_DAY = "From (UTC)", "Until"
NO_POST_FITS = "No post of this group fits."
NOT_IN_ORDER = "The first day is after the last one, so no post can fit."
WORDS_CUT = (
    "So many posts of all groups have these words that only those that fit best were looked at: "
    "there may be more here. Say more words."
)

NO_TAXA = "No post of this group names a taxon that the lists in use hold."
TAXA_NOTE = (
    "Names found in the texts, the most offered first. Naming a species is no offence; whether a "
    "trade is lawful is for a person to decide."
)
TAXA_ALT = "The taxa that posts of this group name"
OFFERED_HELP = "Posts that name it and state a price or use a word of sale."
NAMED_HELP = "All posts that name it."
LISTED_HELP = "How the lists in use protect it, at large."

NO_DETAILS = "No post of this group gives a contact detail."
DETAILS_ALT = "The contact details that posts of this group give"
PUBLISHERS_HELP = "Accounts that publish it anywhere."

NOT_DETECTED = "Nobody has looked for clusters yet."
NO_CLUSTERS = "No account here is in a cluster of the latest detection."

PASSED_ON = "Whose words are passed on here"
PASSED_ON_NOTE = "As the sources name them: an account, a channel or a group."
NOT_PASSED_ON = "No post here is known to pass on another’s words."
PASSED_ON_ALT = "Whose words posts of this group pass on"
FROM_WHOM, SUCH_AS = "Passed on from", "Such as"
INVITES = "Invitations posted here"
NO_INVITES = "No post here is known to invite to a group."
INVITES_ALT = "The invitations to groups that are posted here"
INVITES_NOTE = "Text to copy; joining shows who you are."

NO_SOURCES = "No source shows a post of this group; it was named otherwise."
SOURCES_ALT = "The sources that show posts of this group"
SOURCES_NOTE = (
    "Weeks are those in which a source says that it was collected; every post names its own rows."
)
COLLECTED_FROM, COLLECTED_UNTIL = "Collected from week", "Until week"


def facts(platform: str) -> str:
    """Say what kind of thing it is."""
    return f"{words.platform(platform)} · {KIND.lower()}"


def no_such(wanted: str) -> str:
    """Say that the graph lacks a group; ``wanted`` is Markdown."""
    return f"The graph has no group {wanted}."


def bounded(read: int) -> str:
    """Say that numbers are bounds."""
    return f"From {read:,} of its posts, so every number is at least so high."


def listed(shown: str, order: str, *, is_cut: bool) -> str:
    """Say which part of the groups is shown."""
    return f"{shown}, {order}{'; there may be more, so say more of it' if is_cut else ''}."


def most_posts(shown: str, *, is_cut: bool) -> str:
    """Say which part of the contact details is shown."""
    return f"{shown}, in most posts here first{'; there are more' if is_cut else ''}."


def people(shown: str) -> str:
    """Say which part of the accounts is shown."""
    return f"{shown}, by role, then most posts here first. {NOT_ALL_MEMBERS}"


def posts(shown: str, in_all: int, fitting: int) -> str:
    """Say which part of the posts is shown."""
    of = f" that fit, of {words.count(in_all, 'post')} here" if fitting != in_all else ""
    return f"{shown}{of}, the newest first. Addresses are text to copy, never links."


def alias(reason: str | None, since: str | None, *, is_later: bool) -> str:
    """Say why the platform holds two groups for one."""
    when = f", {since}" if since else ""
    return f"{'later' if is_later else 'earlier'}: {reason or NO_REASON}{when}"


def dated(name: str, since: str | None) -> str:
    """Write a name, which is Markdown, with the day it was first seen."""
    return f"{name} {since or AT_UNKNOWN_TIME}"


def members(accounts: int, size: int) -> str:
    """Say how many of a cluster's accounts are in a group."""
    return f"{accounts:,} of its {words.count(size, 'account')}"
