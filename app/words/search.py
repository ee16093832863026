"""The words of the Search page and of `spoor search`."""

from __future__ import annotations

from collections.abc import Mapping

from app import words
from app.searching.reasons import (
    EARLIER,
    ID,
    NAME,
    TAXON_NAME,
    TERM_WORD,
    TEXT,
    TRANSLATION,
    VALUE,
    Reason,
)
from graph.lookup.lucene import LONGEST_TEXT
from graph.lookup.search_matches import (
    ACCOUNT,
    CLUSTER,
    DETAIL,
    GROUP,
    HOLDS,
    KEY,
    MENTIONS,
    NAMES,
    NUMBER,
    POST,
    PUBLISHES,
    TAXON,
    TERM,
)

TITLE = "Search"
LABEL = "Name, handle, number, words, species or id"
PLACEHOLDER = "Such as 0812-3456-7890, @handle, a name, murai batu, a cluster’s id"
SEARCHING = "Searching …"
HOW = "What can be looked for"
HOW_TO = (
    ("A number, however it is written", "0812 3456-7890, +62 812…, wa.me/62812…, o8l2 strip 3456, "
     "０８１２…, nol delapan satu dua …"),
    ("A name or handle", "any that a source has ever given an account or a group"),
    ("Words of a post", "all of them have to be in it, or in its translation; beginnings count"),
    ("A species or product", "by its scientific name, or its name in any language"),
    ("A code word", "what it tells, from the lexicon"),
    ("A key or id", "of a cluster, an account, a post, a source …"),
)  # fmt: skip
SPELLING = (
    "Capitals, accents and look-alike letters make no difference. After what fits exactly comes "
    "what is a letter or two away, marked “near”."
)
TOO_LONG = f"This is long: its first {LONGEST_TEXT} characters are looked for."
NOTHING = "Nothing fits"
NOTHING_MEANS = (
    "No account, group, contact detail, post, cluster, species or code word has this, nor anything "
    "a letter or two away. Try fewer words, a part of the name, or the last digits of the number."
)
NOTHING_TO_LOOK_FOR = "There is nothing to look for in this"
NOTHING_TO_LOOK_FOR_MEANS = (
    "It has only signs, or only words so common that they are in nearly every text, such as “the” "
    "or “for”. Add a word, a name or a number."
)
NOTHING_SO = "Nothing fits with these filters; take one away."
NEAR = "Near"
KIND, PLATFORM, PERIOD = "Kind of thing", "Platform", "Posted (UTC)"
NOTHING_AMONG = (
    "None of those that fit best has all that is chosen here. More fit less well and were not "
    "looked at: use rarer words, or take a filter away."
)
COUNTED_ONLY = "Counts are of those that fit best; there are more."
OTHERS = "Also has this key"
OPEN = "Open the post"
UNKNOWN_GROUP = "no group known"

KINDS = {
    DETAIL: "contact details",
    ACCOUNT: "accounts",
    GROUP: "groups",
    CLUSTER: "clusters",
    TAXON: "species and products",
    TERM: "code words",
    POST: "posts",
}
ONE = {
    DETAIL: "contact detail",
    ACCOUNT: "account",
    GROUP: "group",
    CLUSTER: "cluster",
    TAXON: "species or product",
    TERM: "code word",
    POST: "post",
}
_BECAUSE = "Found because"
HEADINGS = {
    DETAIL: ("Contact detail", "Kind", "Known of it", _BECAUSE),
    ACCOUNT: ("Account", "Platform", "Known of it", _BECAUSE),
    GROUP: ("Group", "Platform", "Known of it", _BECAUSE),
    CLUSTER: ("Cluster", "Platforms", "Accounts", _BECAUSE),
    TAXON: ("Species or product", "In English", "Named in", _BECAUSE),
    TERM: ("Code word", "Used for", "Meaning", _BECAUSE),
}
_SAID: Mapping[str, str] = {
    KEY: "this is its key",
    ID: "this is its id",
    NAME: "its name or handle is “{}”",
    EARLIER: "also called “{}”",
    NUMBER: "the same number, however it is written",
    VALUE: "its value has this",
    TEXT: "its text has {}",
    TRANSLATION: "a translation of its text has {}",
    MENTIONS: "it has this contact detail, written “{}”",
    NAMES: "it names this species, written “{}”",
    HOLDS: "it holds an account found: “{}”",
    TERM_WORD: "the lexicon has “{}”",
}
_WITHOUT: Mapping[str, str] = {
    TEXT: "its text has these words",
    MENTIONS: "it has this contact detail",
    NAMES: "it names this species",
}


def why(reason: Reason) -> str:
    """Say why something fits; what is collected stands in it as it was written."""
    what = reason.what[0] if reason.what else ""
    if reason.way in (TEXT, TRANSLATION):
        what = ", ".join(f"“{each}”" for each in reason.what)
    if reason.way == PUBLISHES:
        return f"it publishes the {_lowered(words.kind(reason.kind))} {what}"
    if reason.way == TAXON_NAME:
        said = f"called “{what}”{_languages(reason.kind)}"
    elif reason.way in (KEY, NUMBER, VALUE):
        said = _SAID[reason.way] + _written(reason.what)
    else:
        said = _SAID[reason.way].format(what) if what else _WITHOUT.get(reason.way, _SAID[ID])
    return f"{NEAR.lower()}: {said}" if reason.is_near else said


def found_because(reason: Reason) -> str:
    """Say in a sentence why something fits."""
    return f"{_BECAUSE} {why(reason)}."


def other(kind: str, label: str) -> str:
    """Name something that has no page of its own."""
    return f"{kind.replace('_', ' ').capitalize()}: {label}"


def of_detection(snapshot: str) -> str:
    """Say that a cluster is of an earlier detection."""
    return f"(of detection {snapshot})"


def facts_of_account(posts: int, ties: int) -> str:
    """Say how much is known of an account."""
    return f"{words.count(posts, 'post')}, {words.count(ties, 'tie')}"


def facts_of_detail(accounts: int, posts: int) -> str:
    """Say how many have a contact detail."""
    return f"published by {words.count(accounts, 'account')}, in {words.count(posts, 'post')}"


def facts_of_group(posts: int, members: int) -> str:
    """Say how much is known of a group."""
    return f"{words.count(posts, 'post')}, {words.count(members, 'member')}"


def facts_of_cluster(size: int, names: str) -> str:
    """Say how large a cluster is, and who is in it."""
    return f"{words.count(size, 'account')}: {names}" if names else words.count(size, "account")


def facts_of_taxon(offered: int, named: int) -> str:
    """Say in how many posts a species is named."""
    if not named:
        return "no post names it"
    return f"{words.count(named, 'post names', 'posts name')} it, {offered:,} to trade"


def showing(kind: str, first: int, last: int, in_all: int, is_all: bool) -> str:
    """Say which part of how many is shown."""
    if is_all:
        said = words.showing(first, last, in_all, KINDS[kind])
        return said.replace(KINDS[kind][:-1], ONE[kind]) if in_all == 1 else said
    return (
        f"Showing {first:,}–{last:,} of more than {in_all:,} {KINDS[kind]}, those that fit best; "
        "add a word to narrow it"
    )


def all_of(kind: str, in_all: int, is_all: bool) -> str:
    """Say what a button leads to."""
    return f"{'All' if is_all else 'More than'} {in_all:,} {KINDS[kind]}"


def heading(kind: str) -> str:
    """Head a list of one kind."""
    return KINDS[kind][0].upper() + KINDS[kind][1:]


def choice(called: str, many: int, is_all: bool = True) -> str:
    """Name a choice with how many it has."""
    return f"{called} · {many:,}{'' if is_all else '+'}"


def month(period: str) -> str:
    """Write a year, or a month of one."""
    year, _, number = period.partition("-")
    return f"{words.MONTHS[int(number) - 1]} {year}" if number else year


def _written(writings: tuple[str, ...]) -> str:
    """Say how posts write something."""
    if not writings:
        return ""
    return "; posts write it " + ", ".join(f"“{each}”" for each in writings)


def _languages(codes: str) -> str:
    """Name languages by their codes."""
    named = [words.language(code) for code in codes.split() if code != "la"]
    return f" ({', '.join(named)})" if named else ""


def _lowered(name: str) -> str:
    """Write a kind within a sentence: a word in capitals stays."""
    return name if name[:2].isupper() else name[0].lower() + name[1:]
