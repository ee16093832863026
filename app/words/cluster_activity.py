"""What the page about one cluster says of its activity: when, what, where, and before."""

from __future__ import annotations

from datetime import date, datetime

from app import words

TIMELINE, OFFERS, PLACES, LINEAGE = (
    "Timeline", "Offers and value", "Places", "Earlier clusters",
)  # fmt: skip
"""The parts of the activity, as the page's address names them, too."""

BY = "Coloured by"
BY_PLATFORM, BY_ACCOUNT = "Platform", "Account"
OTHERS = "other accounts"
WEEK, POSTS_AXIS, DETAIL_AXIS = "Week beginning (UTC)", "Posts", "Contact detail"
TIMELINE_ALT = "Posts of this cluster’s accounts by week"
NO_TIMES = "No time is known of any post of these accounts."
OF, SPAN_AXIS = "Of", "Published"
UNOBSERVED = "hatched: nothing collected"
HATCHED = (
    "Hatched weeks: nothing was collected then from the groups in which these accounts post, "
    "whoever posted there. Nobody knows whether they were silent."
)
ALL_OBSERVED = "In every week shown something was collected from their groups."
DETAILS_SHOWN = (
    "Below, from the first to the last post of these accounts with each shared contact detail."
)

OFFERED = (
    "Taxa that posts name which state a price or use a word of sale, the most offered first. "
    "Naming a species is no offence; whether a trade is lawful is for a person to decide."
)
NO_OFFERS = "No post of these accounts that offers or seeks goods names a taxon for sure."
OFFERS_ALT = "Taxa that this cluster’s accounts offer or seek"
POSTS_HELP = "Posts that offer or seek it; the same goods may be offered many times."
ACCOUNTS_HELP = "Accounts of this cluster that posted them."
LISTED_HELP = "How the lists in use protect it, at large."
PRICES_HELP = (
    "Prices stated in posts that name this one taxon only: lowest to highest, in brackets the "
    "one in the middle. In the currency of the post, never converted."
)
QUANTITIES_HELP = "Quantities and measures stated in posts that name this one taxon only."
ASKED = "What was asked"
NOT_TURNOVER = (
    "Asked prices are not turnover: whether anything was sold is not known, the same goods may be "
    "offered again and again, and some prices are for searches. Sums stay in one currency; "
    "nothing is converted."
)
PRICES_ALT = "Prices asked by currency"
NO_PRICES = "No price is stated in a post that offers or seeks goods."
UNKNOWN_CURRENCY = "not said"
SHOW_POSTS = "Show the posts that offer"
SHOW_POSTS_HINT = "Choose a taxon of this list"

NO_PLACES = "No post of these accounts says where anybody or anything is."
HOW_PLACES = "In the words of the posts and files; no place was looked up."
NO_MAP = "There is no map: the places are words, and no coordinates are known of any of them."
PLACES_ALT = "Places that posts of this cluster name"
HOW = {
    "text": "read in the post’s text",
    "source": "in the file’s field for the location",
    "country": "country only: offers of threatened species",
    "region": "stated for the file when it was taken in",
}
REGIONS = "Regions stated for the files"

NO_LINEAGE = (
    "No earlier detection made alike found a cluster that this one goes on from: it may be new, "
    "or this is the first detection."
)
HOW_LINES = (
    "Which earlier clusters this one goes on from, the nearest first, by the accounts in common."
)
LINEAGE_ALT = "Earlier clusters that this one goes on from"
SHARE_HELP = "Accounts in common as a share of all accounts of either."
EVENTS = {
    "formed": "formed", "grown": "grew", "shrunk": "shrank", "merged": "merged with others",
    "split": "split", "dissolved": "dissolved", "reappeared": "reappeared",
    "continued": "went on",
}  # fmt: skip


def weeks(shown: int, in_all: int, first: date, last: date) -> str:
    """Say which weeks the timeline shows."""

    def day(when: date) -> str:
        return words.day(datetime(when.year, when.month, when.day))

    said = words.part(in_all - shown + 1, in_all, in_all, "weeks")
    return f"Showing {said}, from {day(first)} to the week of {day(last)} (UTC)."


def without_time(posts: int) -> str:
    """Say of how many posts no time is known."""
    return f"{words.count(posts, 'post')} without a known time left out." if posts else ""


def coloured(shown: int, in_all: int) -> str:
    """Say whose posts have colours of their own."""
    return (
        f"The {shown:,} accounts with most posts have a colour of their own; the other "
        f"{in_all - shown:,} are one."
    )


def priced(stated: int, counted: int) -> str:
    """Say what the prices rest on where not all of them were read."""
    return f"From the {stated:,} statements that are most frequent, in {counted:,} cases."


def places(first: int, last: int, in_all: int) -> str:
    """Say which places are listed."""
    return f"{words.showing(first, last, in_all, 'places')}, the most said first. {HOW_PLACES}"


def hidden_places(posts: int, told: int) -> str:
    """Say of how many posts the place is not told."""
    said = f"{words.count(posts, 'post')} that offer or seek a threatened species name a place"
    if told:
        return f"{said}: only the country is told, where the words name one."
    return f"{said}: it is not told, as the words name no country."


def price(currency: str | None, span: str, posts: int) -> str:
    """Write prices of one kind in their own currency, and how many posts state one."""
    said = f"{currency} {span}" if currency else f"{span} (currency not said)"
    return f"{said}, {words.count(posts, 'post')}"


def taxa(shown: int, most: int) -> str:
    """Say how many taxa are listed."""
    said = (
        f"Showing the {most:,} most offered taxa"
        if shown == most
        else words.showing(1, shown, shown, "taxa")
    )
    return f"{said}. {OFFERED}"


def lines(shown: int, most: int) -> str:
    """Say how many lines of descent are listed."""
    return f"{HOW_LINES} Only the nearest {most:,} are listed." if shown == most else HOW_LINES


def before(cluster: str, size: int) -> str:
    """Name an earlier cluster with its size."""
    return f"{cluster}, {words.count(size, 'account')}"
