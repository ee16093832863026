"""The words of the page about one account: finding it, its ties, goods, trades and records."""

from __future__ import annotations

from app import words

TITLE = "Account"
PARTS_NAME = "What hangs on it"
TIES, INTERACTION, POSTS, GOODS, PICTURES, GROUPS, DETAILS, RECORDED = (
    "Ties", "Interaction", "Posts", "Goods", "Pictures", "Groups", "Contact details",
    "Recorded elsewhere",
)  # fmt: skip
"""The parts of the page, as its address names them, too."""

NO_SUCH = "There is no such account"
FIND_ONE = "Find one by name, handle or contact detail"
NEAREST = "The nearest by key and name"

FIND = "Name, handle, id or contact detail"
FIND_HINT = "Such as part of a name, @handle, telegram:user123 or a phone number"
FIND_NOTE = "Every name that a source has ever given an account counts."
NONE_FITS = "No account fits: none is called this, and none publishes it."

NO_TIES = "No tie: no evidence joins this account to another one strongly."
NOT_COUNTED = "not counted"

NO_TRADES = "No answer, vouch, payment or forward is known between this account and another one."
TURNED_TO, TURNED_HERE = "This account turned to", "turned to this account"

NO_TAXA = "No post of this account names a taxon that the lists in use hold."
TAXA_NOTE = (
    "Names found in the texts, the most offered first. Naming a species is no offence; whether a "
    "trade is lawful is for a person to decide."
)
LISTED_HELP = "How the lists in use protect it, at large."
OFFERED_HELP = "Posts that name it and state a price or use a word of sale."
NAMED_HELP = "All posts that name it."

NOT_RECORDED = (
    "No call, transfer, parcel or entry in a register was taken in for this account or a contact "
    "detail of it."
)
RECORDED_NOTE = (
    "As others recorded it, the latest first; no tie is drawn from it. A contact detail may be "
    "shared: it need not be this account that called or paid."
)
THROUGH_ITSELF = "the account itself"


def title(name: str) -> str:
    """Head the page; ``name`` is Markdown."""
    return f"{TITLE} {name}"


def no_such(wanted: str) -> str:
    """Say that the graph lacks an account; ``wanted`` is Markdown."""
    return f"The graph has no account {wanted}."


def its_key(key: str) -> str:
    """Say what an account's key is, where it may be the one that was meant."""
    return f"its key is {key}"


def found(shown: str, *, is_cut: bool) -> str:
    """Say which part of the accounts that fit is shown."""
    more = "; there may be more, so say more of it" if is_cut else ""
    return f"{shown}, those that fit best first{more}."


def known(posts: int, ties: int) -> str:
    """Say how much is known of an account."""
    return f"{words.count(posts, 'post')}, {words.count(ties, 'tie')}"


def ties(shown: str) -> str:
    """Say which part of the ties is shown."""
    return f"{shown} of the latest detection, the strongest first. {words.BITS}"


def weight(probability: float, evidence: float, score: float) -> str:
    """Say how likely a tie is, and what its evidence weighs."""
    return (
        f"Probability {words.share(probability)} · evidence {words.bits(evidence)} bits, from "
        f"prior odds of {words.bits(score - evidence)} bits"
    )


def reason_weight(bits: float, *, is_counted: bool) -> str:
    """Say what one reason weighs."""
    return f"{words.bits(bits)} bits" if is_counted else NOT_COUNTED


def shared(name: str) -> str:
    """Put the name of what two accounts share into a sentence."""
    return f"“{name}”"


def posts_that_show_it(number: int) -> str:
    """Head the posts that something rests on."""
    return f"Posts that show it ({number:,})"


def trades(shown: str) -> str:
    """Say which part of the interactions is shown."""
    return f"{shown}, most often first. {words.INTERACTION}"


def taxa_alt(name: str) -> str:
    """Name the table of taxa."""
    return f"Taxa named by {name}"


def recorded(most: int | None) -> str:
    """Say what is listed; ``most`` is how many are shown where there may be more."""
    return RECORDED_NOTE + (f" These are the latest {most}." if most else "")
