"""The words of the parts of an account's page: names, cluster, posts, groups, contact details."""

from __future__ import annotations

from app import words

FIND_ANOTHER = "Find another account"
TO_COPY = "Key and address, to copy"
DESCRIBES_ITSELF = "How it describes itself"
NAMES = "Names and handles, in the order first seen"
NO_NAME = "No source names it."
AT_UNKNOWN_TIME = "at an unknown time"
SAME_AS = "The platform says that it is the same as"
NO_REASON = "no reason given"
CLUSTER = "Cluster"
NO_CLUSTER = "In no cluster of the latest detection."

NO_POSTS = "No post of this account is known."
NO_GROUPS = "This account is not known to belong to a group, nor to post in one."
GROUPS_ALT = "The groups of this account"
NO_DETAILS = "This account is not known to publish a contact detail."
DETAILS_ALT = "The contact details of this account"

GROUP, PLATFORM, ROLE, FIRST_SEEN, LAST_SEEN, JOINED, LEFT, KNOWN_MEMBERS, KEY = (
    "Group", "Platform", "Role", "First seen", "Last seen", "Joined", "Left", "Known members",
    "Key",
)  # fmt: skip
KIND, VALUE, IN_POSTS, PUBLISHED_BY, STRANGERS = (
    "Kind", "Value", "In posts", "Published by", "May serve strangers",
)  # fmt: skip
JOINED_HELP = "Where a source says so."
LEFT_HELP = "Where a source says so and the account was not seen there since."
IN_POSTS_HELP = "Posts of this account that give it; 0 where only its description does."
PUBLISHED_BY_HELP = "Accounts, this one included."
STRANGERS_HELP = "Hub probability."


def category(name: str) -> str:
    """Say what a person holds the account for."""
    return f"category: {name}"


def alias(key: str, reason: str | None, since: str | None, *, is_later: bool) -> str:
    """Say why the platform holds two accounts for one."""
    order = "later" if is_later else "earlier"
    return f"{key} ({order}): {reason or NO_REASON}{f', {since}' if since else ''}"


def in_cluster(size: int, role: str, stability: float) -> str:
    """Say what the account is in its cluster."""
    return (
        f"{words.count(size, 'account')}, this one as {words.role(role)}; it stays in it in "
        f"{words.share(stability)} of repeated runs."
    )


def dated(name: str, since: str | None) -> str:
    """Write a name, which is Markdown, with the day it was first seen."""
    return f"{name} {since or AT_UNKNOWN_TIME}"


def posts(shown: str) -> str:
    """Say which part of the posts is shown."""
    return f"{shown}, the newest first. Addresses are text to copy, never links."


def groups(shown: str) -> str:
    """Say which part of the groups is shown."""
    return f"{shown}, the latest seen first. Posting in a group counts as being seen there."


def details(shown: str) -> str:
    """Say which part of the contact details is shown."""
    return f"{shown}, the most published first."


def may_serve_strangers(values: str) -> str:
    """Warn of hubs; ``values`` is Markdown."""
    return (
        f"{values} may serve strangers, as a courier’s or an administrator’s number does: sharing "
        "it says little."
    )
