"""What the page about one cluster says: what it is, why, and what else it may be."""

from __future__ import annotations

from app import words
from app.words.clusters import CONFIRMED, NOT_JUDGED, PARTLY, REJECTED

__all__ = ["CONFIRMED", "NOT_JUDGED", "PARTLY", "REJECTED"]

TITLE = "Cluster"
READING = "Reading the cluster …"
NONE_CHOSEN = "No cluster is chosen"
CHOOSE = "Choose one from the list"
UNKNOWN = "There is no such cluster"
ALL = "All clusters"

NETWORK = "Network"
ALTERNATIVES = "What else it may be"
HOLD = "What holds it together"
ACTIVITY = "Activity"
EVIDENCE = "Evidence"
WHY, ACCOUNTS, ROLES_PART, MEASURES, DETAILS, POSTS = (
    "Why", "Accounts", "Roles and interaction", "Measures", "Contact details", "Posts",
)  # fmt: skip
"""The parts of the evidence, as the page's address names them, too."""
EXPORT = "Export"

CONNECTEDNESS, TRADE_RELEVANCE, LEGALITY = "Connectedness", "Trade relevance", "Legality"

ALTERNATIVES_CONSIDERED = (
    "These explanations are considered for every cluster, those that facts speak for first. No "
    "fact uses nationality, language, religion or the origin of a name."
)
ALTERNATIVE_HEADINGS = ("Explanation", "Speaks for it", "Speaks against it")
NOTHING_FOUND = "nothing found"

HOLD_HEADINGS = {
    "cut": "Where it is weakest",
    "evidence": "If one piece of evidence were wrong",
    "tie": "If one tie were wrong",
    "account": "If one account were in it by mistake",
}
NOT_LOOKED = "This detection did not look for what holds the cluster together."
NO_WEAK_TIE = "No single tie or shared value: it stays whole if any one of them is wrong."
WHY_THIS_TIE = "Why these two are tied"
TIE_GONE = "The tie is not among those read here; “Why” below lists the strongest."

BRIDGE = "its loss splits the cluster"
PALER = "paler (in brackets): may not belong"
IS_BORDERLINE = "borderline"
BORDERLINE = "Show those that may not belong"
BORDERLINE_HELP = (
    "Accounts that fewer than 80% of repeated runs keep in this cluster. Hiding them changes the "
    "picture only."
)
NO_LABELS = "So many accounts: a name shows when the pointer is over it."
ACCOUNT = "Account"
PICK_ONE = "Pick one here or in the picture"
NOTHING_PICKED = "Nothing is picked."
SECOND = "Why is it tied to …"
PICK_SECOND = "Pick a second account"
ALSO_SEEN_AS = "Also seen as"
TO_COPY = "Key and address, to copy"

NO_TIES_KEPT = "Only the latest detection's ties are kept in the graph; this one has none."
NO_DETAILS = "No contact detail is published by two or more of these accounts."
NO_POSTS = "No post is cited by the ties of this cluster."
HUB_HELP = "Hub probability."
HERE_HELP = "Accounts of this cluster."
ANYWHERE_HELP = "Accounts in the whole workspace."
TIES_HELP = "Ties to other accounts here."
POSTS_HELP = "All known posts of the account."
DEGREE_HELP = "Degree: ties to others here."
MEMBERS_ALT = "The accounts of this cluster"
DETAILS_ALT = "Contact details shared in this cluster"
MEASURES_ALT = "Structural measures of the accounts of this cluster"
TRADES_ALT = "Interaction between accounts of this cluster"
OPEN_DETAIL = "Open the page of"
CHOOSE_DETAIL = "A contact detail of this list"

NO_ROLE = (
    "No role: too little interaction is known (answers, vouches, payments, forwards, deliveries "
    "or a service that strangers use). Every account is a member."
)
ROLES = (
    "What interaction or a service to strangers shows, each a question for people. The interval "
    "says between which ranks the account was in 90% of 200 resamples."
)
WHO_TURNED = "Who turned to whom"


def unknown(shown: str) -> str:
    """Say that the latest detection has no such cluster; ``shown`` as Markdown."""
    return (
        f"The latest detection has no cluster {shown}; a later detection may have found it in "
        "another shape. The nearest by name:"
    )


def known_by(as_of: str) -> str:
    """Say what a cluster is, and what the detection rests on."""
    return f"{words.LEAD} Detection as known by the end of {as_of}."


def who_says(verdict: str, who: str, when: str, why: str) -> str:
    """Say what is said of legality, by whom, when and why."""
    return f"{words.LEGALITY_SAID[verdict].capitalize()}, says {who} on {when[:10]}: {why}"


def facts(size: int, platforms: list[str], groups: int, posts: int, offers: int, span: str) -> str:
    """Write the plain facts of a cluster in one line."""
    said = (
        words.count(size, "account"),
        ", ".join(platforms),
        words.count(groups, "group"),
        f"{words.count(posts, 'post')}, {words.count(offers, 'offer')} or searches among them",
        f"active {span}",
    )
    return " · ".join(said)


def named(what: str, names: list[str], left: int) -> str:
    """List what posts name; ``what`` is ``taxa``, ``products`` or ``terms``."""
    called = {
        "taxa": "Taxa named",
        "products": "Products named",
        "terms": "Code words used (entries of the lexicon)",
    }[what]
    return f"{called}: {', '.join(names)}" + (f" and {left:,} more" if left > 0 else "")


def smaller_part(names: list[str], left: int) -> str:
    """Name the accounts of the smaller part that a weak place would cut off."""
    more = f" and {left:,} more" if left > 0 else ""
    return f" The smaller part: {', '.join(names)}{more}."


def picture(accounts: int, accounts_in_all: int, ties: int, ties_in_all: int, hidden: int) -> str:
    """Say how much of a cluster is drawn, and what size and thickness mean."""
    shown = words.showing(1, accounts, accounts_in_all, "accounts")
    lines = words.part(1, ties, ties_in_all, "ties")
    left = f" ({words.count(hidden, 'account')} that may not belong hidden)" if hidden else ""
    return (
        f"{shown}{left} and {lines}. Larger: more ties; thicker: more evidence. Click an account "
        "to see it, then a second one, or a line, to see why they are tied."
    )


def stays(stability: str, *, borderline: bool) -> str:
    """Say how steadily an account stays in the cluster."""
    end = ": borderline." if borderline else "."
    return f"Stays in this cluster in {stability} of repeated runs{end}"


def ties_here(number: int) -> str:
    """Count ties within the cluster."""
    return f"{words.count(number, 'tie')} here"


def not_tied(first: str, second: str) -> str:
    """Say that two accounts are not tied; names as Markdown."""
    return (
        f"{first} and {second} are not tied to each other. They are in one cluster through other "
        "accounts."
    )


def members(shown: int, in_all: int) -> str:
    """Say how many members are listed, and what stability is."""
    return (
        f"{words.showing(1, shown, in_all, 'accounts')}, those with most ties first. Stability: "
        f"{words.STABILITY[0].lower()}{words.STABILITY[1:]}"
    )


def details(shown: int, in_all: int) -> str:
    """Say how many contact details are listed."""
    return f"{words.showing(1, shown, in_all, 'contact details')}, most shared first."


def ties(first: int, last: int, in_all: int) -> str:
    """Say which ties are listed."""
    return f"{words.showing(first, last, in_all, 'ties')}, the strongest first. {words.BITS}"


def cited_posts(first: int, last: int, in_all: int) -> str:
    """Say which posts are listed."""
    return (
        f"{words.showing(first, last, in_all, 'posts')} that show why accounts are tied, the "
        "newest first. Addresses are text to copy, never links."
    )
