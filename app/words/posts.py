"""The sentences about posts and pictures, on every page that shows them."""

from __future__ import annotations

from app.words import count, showing
from app.words.notes import moment

NO_TEXT = "(no text)"
NO_SOURCE = "no source recorded"
NO_GROUP = "in no group"
OPEN = "Open this post"
DETAILS_IN_IT = "Contact details in it"
TAXA = "Taxa named"
STATED = "Stated"
TERMS = "Words of the lexicon"
PLACES = "Says it is in"
LANGUAGE = "Language"
PRICE = "Price"
POST = "Post"

TITLE = "Post"
NONE_CHOSEN = "No post is chosen"
HOW_TO_CHOOSE = (
    "Every post that is shown as evidence, on the pages of clusters, accounts and ties, leads to "
    "its own page."
)
NONE_SUCH = "There is no such post"
FIND = "Search in the posts"
WHEN = "When"
WHERE = "Where"
WHO = "Who"
ADDRESS = "Address, to copy"
ADDRESS_MISSING = "No source gives an address."
OPENING = "Open it at its platform"
WARNING = (
    "This leaves Spoor. The platform, and perhaps the seller, may see that somebody looked, from "
    "which address and when. Open it only in a browser, over a connection and with an account "
    "that are meant for that, and only if your rules allow it."
)
UNDERSTOOD = "I understand, and want to open it"
GO = "Open in a new tab"
SOURCE_SAYS = "The source writes"
ORIGINAL = "Original"
ANSWERS = "It answers"

READ_IN_IT = "What was read in it"
READING_NOTE = (
    "As the lexicon and the lists of taxa read it now. A reading may be wrong; the text above is "
    "what counts."
)
NOTHING_READ = "Nothing that the rules know was read in this text."
MARKS = {
    "detail": "contact detail",
    "price": "price",
    "measure": "measure",
    "taxon": "taxon",
    "term": "word of the lexicon",
    "place": "place",
}
SHORT_MARKS = {**MARKS, "detail": "contact", "term": "lexicon"}
BY_HAND = "recorded by hand"
COLUMNS = ("What", "As written", "Read as", "Characters", "Rule")
SIGHTINGS = "Where it was seen"
SIGHTING_COLUMNS = ("Source file", "Place in it", "Collected (UTC)", "Source")
READING = "Reading the post …"

ALIKE = "Posts with nearly the same text"
NONE_ALIKE = "The latest detection knows no other post with nearly the same text."
ALIKE_NOTE = "People copy texts: using the same one is no tie by itself."

TRANSLATIONS = "Translations"
NO_TRANSLATION = "Nobody has translated it yet."
ADD_TRANSLATION = "Add a translation"
TRANSLATION_NOTE = (
    "A translation is found by the search. It never counts for a tie, and nothing is read in it."
)
INTO = "Language of the translation"
TRANSLATED = "The translation"
MADE_BY = "Made by"
BY_ME = "Me"
BY_TOOL = "A tool, pasted here"
TOOL = "Which tool"
SAY_TOOL = "Say which tool translated it."
SAVE_TRANSLATION = "Keep the translation"
TRANSLATION_KEPT = "The translation is kept, and found by the search."
WITHDRAW_TRANSLATION = "Withdraw"
WHY_WITHDRAWN = "Why it is withdrawn"
TRANSLATION_WITHDRAWN = "The translation is withdrawn; the journal keeps it."
OLDER = "Older translations"

PICTURES = "Pictures"
SHOW_PICTURE = "Show"
HIDE_PICTURE = "Blur again"
SHOW_ALL = "Show these pictures"
HIDE_ALL = "Blur all again"
BLURRED = "Blurred until you ask; what you ask for is shown in this browser session only."
NOT_KEPT = "Only what it looks like is known; the picture itself is not kept."
NOT_DRAWN = "Kept, but it cannot be drawn here: its format, size or bytes do not allow it."
NO_PICTURES = "No picture of this post was found beside its sources."
NO_PICTURES_OF_ACCOUNT = "No picture of this account’s posts was found beside its sources."
SHARING_IS_NO_TIE = (
    "The same picture, or one that looks nearly the same. People copy pictures: sharing one is "
    "no tie by itself. Pictures too plain to be told from others are left out."
)
SHARERS = "Accounts that show the same pictures"
SHARED_PICTURES = "Pictures"
SHARED_PICTURES_MEANS = "Pictures that both show; near-identical ones count as one."
SHARED_IN_POSTS = "In posts"
SHARED_IN_POSTS_MEANS = "Posts of that account that show them."

SEAL = "Seal pictures"
SEAL_NOTE = (
    "Sealed pictures are shown to nobody: on no page, in no export and no report. Pictures that "
    "look nearly the same are sealed with them, wherever they are shown. A named person can lift "
    "a seal and says why."
)
GROUNDS = {
    "minor": "It shows somebody who may be under age",
    "victim": "It shows somebody who may be a victim",
    "other": "Another reason",
}
GROUND = "Why nobody may see it"
SEAL_WHAT = "What is sealed"
WHY = "In your words"
PUT_SEAL = "Seal"
CHOOSE = "Choose what is to be sealed first."
SEALED = "Sealed."
SEALED_ALREADY = "It is sealed so already."
LIFT = "Lift the seal"
LIFT_WHY = "Why the pictures may be shown"
LIFTED = "The seal is lifted; the journal keeps who put it and who lifted it."
NOT_LIFTED_HERE = "It is not sealed by itself; the seal is lifted where it was put."
SAY_WHO = "Say who is working, in the sidebar, before you write."
DEFAULT_SEAL = (
    "Sealed because an account that shows it is recorded as a victim or witness; the seal is "
    "lifted on the account’s page."
)
SEALED_KINDS = {
    "picture": "This picture, wherever it is shown",
    "post": "All pictures of this post",
    "account": "All pictures of this account",
}

WITHHELD = (
    "It offers a species that is listed as threatened: only the country is shown of where it says "
    "it is, so that nobody is led to animals. The text itself stands as it was written."
)
WITHHELD_HERE = (
    "Posts that offer a species listed as threatened are among those that name these places: only "
    "the country is shown of them, so that nobody is led to animals."
)
COUNTRY_UNKNOWN = "a place (withheld; its words name no country)"
NOT_LOOKED_UP = "In the words of the posts; no place was looked up."
AND_MORE = "; and more"
SHOW_PLACE = "Show the full place"
SHOW_PLACE_NOTE = "The journal notes that you asked."
PLACE_SHOWN = "The full place is shown in this browser session; the journal notes who asked."


def no_such(key: str) -> str:
    """Say that there is no such post; ``key`` is marked up already."""
    return (
        f"The graph has no post {key}. The source that it stood in may have been withdrawn, or the "
        "address was copied in part."
    )


def forwarded(by: str) -> str:
    """Say whose words a post passes on; ``by`` is marked up already."""
    return f"Passes on words of {by}"


def channel(name: str) -> str:
    """Say what a contact detail is said to be used with."""
    return f", for {name}"


def holder(name: str) -> str:
    """Say in whose name it is said to be."""
    return f", in the name of {name}"


def named_as(names: str) -> str:
    """Say with which words a taxon is named."""
    return f", called {names}"


def in_groups(names: str) -> str:
    """Say where it was posted."""
    return f"in {names}"


def zone_assumed(when: str, raw: str | None) -> str:
    """Say that the time zone is a guess, with the source's own words."""
    said = f"; the source says {raw}" if raw else ""
    return f"{when} (time zone assumed{said})"


def left_out(many: int) -> str:
    """Say how many items of a list are left out."""
    return f" and {many:,} more"


def more_characters(many: int) -> str:
    """Say how much of a text is left out."""
    return f"… ({many:,} more characters)"


def sighting(path: str, place: str) -> str:
    """Say in which file, and where in it, a post stands."""
    return f"source {path}, {place}"


def characters(start: int | None, end: int | None) -> str:
    """Say where in the text something stands, counted from 1."""
    if start is None or end is None:
        return BY_HAND
    return f"{start + 1:,}–{end:,}" if end - start > 1 else f"{start + 1:,}"


def translated(language: str, tool: str | None, by: str, at: str) -> str:
    """Say into what, by what, by whom and when a text was translated."""
    how = f"by {tool}, pasted by {by}" if tool else f"by {by}"
    return f"{language}, {how}, {moment(at)}"


def pictures(many: int) -> str:
    """Say how many pictures a post shows."""
    return count(many, "picture")


def some_pictures(shown: int, in_all: int) -> str:
    """Say how many pictures are shown of how many."""
    return f"{showing(1, shown, in_all, 'pictures')} of this post"


def one_picture(nth: int) -> str:
    """Name one picture of a page."""
    return f"Picture {nth:,} alone, wherever it is shown"


def pictures_on_page(many: int) -> str:
    """Say how many pictures a post shows, and where."""
    return f"{count(many, 'picture')}, blurred on its page"


def pictures_of_account(posts: int, pictures: int, shared: int, shared_posts: int) -> str:
    """Say how many pictures an account's posts show, and how many of them others show, too."""
    return (
        f"With a picture whose bytes are known: {count(posts, 'post')} of this account, "
        f"{count(pictures, 'picture')}. Shown by other accounts as well: "
        f"{count(shared, 'picture')}, in {count(shared_posts, 'post')} of this account."
    )


def picture_alt(nth: int, in_all: int, *, blurred: bool) -> str:
    """Describe a picture for those who do not see it."""
    how = "blurred" if blurred else "not described"
    return f"Picture {nth:,} of {in_all:,}, {how}"


def picture_in_posts(posts: int) -> str:
    """Say in how many posts of the account a picture is."""
    return f"in {count(posts, 'post')} of this account"


def sealed_by(by: str, at: str, ground: str, why: str | None, what: str) -> str:
    """Say who sealed a picture, when and why."""
    reason = f" “{why}”" if why else ""
    return f"Sealed by {by} on {moment(at)} ({what}). {GROUNDS[ground]}.{reason}"


SEALED_WITH = {
    "picture": "this picture or one that looks nearly the same",
    "post": "the pictures of a post that shows it",
    "account": "the pictures of an account that shows it",
}


def places(said: str) -> str:
    """Say where an account says it is; ``said`` is marked up already."""
    return f"{PLACES} {said}."


def said_in(place: str, posts: int, in_all: str) -> str:
    """Say in how many posts an account says that it is in a place."""
    return f"{place}, in {posts:,} of {in_all}"
