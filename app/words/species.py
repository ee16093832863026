"""What the page of species says."""

from __future__ import annotations

from app import words

TITLE = "Species"
TAXON, LISTS = "A taxon", "The lists"
PART = "What to look at"
NO_OFFENCE = (
    "A listing is not an offence: it says under which law, where and when trade in a taxon is "
    "regulated. Whether a trade is lawful is for a person to decide, under a named law."
)
NAME = "Any name"
NAME_HINT = "Scientific or common, in any language, or a product"
ON_DAY = "In force on"
ON_DAY_HELP = (
    "Only listings that hold on this day are marked as in force. Empty: no day is asked for."
)
NONE_NAMED = "Type a name: of a species or higher taxon, in any language, or of a product of one."
NEAREST = "The nearest names:"

RANK, LINEAGE, SYNONYMS, ENGLISH = "Rank", "Belongs to", "Also called (scientific)", "In English"
LISTINGS = "Where it is listed"
NOT_LISTED = "None of the lists in use has it."
LIST, JURISDICTION, STATUS = "List", "Holds in", "Status, in the list’s words"
FIRST, LAST, IN_FORCE, NOTE, SOURCE = "From", "Until", "In force then", "Note", "Source"
COMPARED = "Compared with another source"
NO_BOUND = "not stated"
EVERYWHERE = "international (CITES)"
YES, NO = "yes", "no"
NAMES = "Names"
A_NAME, LANGUAGE, PRODUCT, GRADE, ELSEWHERE = (
    "Name",
    "Language",
    "Product",
    "Grade",
    "Found elsewhere",
)
UNKNOWN_LANGUAGE = "not stated"
OFFERED = "Where it is offered"
CLUSTERS_LINK, POSTS_LINK = "Clusters that name it", "Search for it"
NOT_NAMED = "No post in this workspace names it."
NO_DETECTION = "No detection yet: clusters cannot be asked for."

NAME_OF_LIST, FILE, TAXA, NAMES_OF, TAKEN_IN, BY = (
    "List", "File", "Taxa", "Names", "Taken in (UTC)", "By",
)  # fmt: skip
ADD = "Add a list"
ADD_ABOUT = (
    "Your own CITES Checklist (named cites; its appendices come in the place of the shipped ones), "
    "or a national list: CSV, TSV or XLSX with a column of scientific names. A list of the same "
    "name is replaced."
)
ADD_FILE, ADD_NAME, ADD_COUNTRY = "The file", "Name of the list", "Country where it holds"
ADD_NAME_HINT, ADD_COUNTRY_HINT = "cites, or p106-2018", "Such as ID; not for cites"
ADD_COLUMNS = "What columns hold"
ADD_COLUMNS_HELP = "One a line, where the file’s own headings do not tell: scientific_name=Art."
TAKE, REMOVE, CHOOSE = "Take it in", "Remove", "A list of this workspace"
READ_AGAIN = "The next detection reads the posts with the lists as they are then."
SAY_WHO = "Say who is working, in the sidebar, before you change the lists."
LARGEST_MB = 50


def means(name: str, product: str | None, scientific: str) -> str:
    """Say what a name means."""
    return f"{name}: {product} of {scientific}" if product else f"{name}: {scientific}"


def grade(rule: str, confidence: float, language: str) -> str:
    """Say how far a name in a text would be believed."""
    return (
        f"In a text this name would count as {rule}, confidence {confidence:.2f} "
        f"({words.language(language)})."
    )


NEEDS_COMPANY = "It counts only where the text names one of the family otherwise too."
MEANS_NONE = "A name inside this phrase means no taxon here (a brand, place or colour)."


def unknown(name: str) -> str:
    """Say that no list has a name."""
    return f"No list in use has the name {name}."


def counted(offered: int, named: int) -> str:
    """Say in how many posts a taxon is offered and named."""
    return (
        f"{words.count(offered, 'post')} offer or seek it, {words.count(named, 'post')} name it at "
        "all."
    )


def newest(shown: int, in_all: int) -> str:
    """Say which posts are shown."""
    return f"{words.showing(1, shown, in_all, 'posts')}, the newest first."


def version(version: str, note: str) -> str:
    """Say which lists are in use."""
    return f"Version {version}. {note}"


def taken(name: str, taxa: int, rows: int, refused: int) -> str:
    """Say what was taken in."""
    lost = f"; {words.count(refused, 'row')} could not be read" if refused else ""
    return f"{name}: {words.count(taxa, 'taxon', 'taxa')} of {words.count(rows, 'row')}{lost}."


def removed(name: str) -> str:
    """Say that a list was removed."""
    return f"The list {name} is removed; the journal keeps that it was here."


def columns_wrong(line: str) -> str:
    """Say that a line names no column."""
    return f"{line}: write it as FIELD=COLUMN."


def place(jurisdiction: str) -> str:
    """Name where a list holds."""
    return EVERYWHERE if jurisdiction == "international" else jurisdiction
