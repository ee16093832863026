"""What the page of queries says."""

from __future__ import annotations

from app import words

TITLE = "Queries"
CATALOGUE, CONSOLE, SAVED = "Ready-made", "Write your own", "Saved"
PART = "Which queries"
ABOUT = {
    CATALOGUE: "The questions that the program itself asks of the graph, with forms for what they "
    "need. Nothing here can change anything.",
    CONSOLE: "Any question in Cypher, Neo4j’s language. It is checked before it runs and can only "
    "read: nothing is written, no file is read, nothing is sent anywhere.",
    SAVED: "Questions that somebody of this workspace has kept, with every version and who "
    "wrote it.",
}
ASKING = "Asking Neo4j …"

QUERY = "Query"
WANTS = "What it needs"
NEEDS_NOTHING = "It needs nothing."
RUN, EXPLAIN, OPEN, SHOW_CYPHER = "Run", "Explain", "Open in the console", "The Cypher of it"
EMPTY_IS_NULL = "Left empty: no value (null)."
ONE_A_LINE = "One a line."
AS_JSON = 'As JSON, such as [{"name": 1}].'
AS_TIME = "UTC, such as 2026-03-01 or 2026-03-01T12:00."
TYPE_SAID = {
    "STRING": "text", "INTEGER": "whole number", "FLOAT": "number", "BOOLEAN": "yes or no",
    "DATETIME": "time", "MAP": "map", "LIST<STRING>": "list of texts",
    "LIST<INTEGER>": "list of whole numbers", "LIST<MAP>": "list of maps",
}  # fmt: skip

CYPHER = "Cypher"
EXAMPLE = "OPTIONAL MATCH p = (a:Account)-[:PUBLISHES]->(d:ContactDetail) RETURN p LIMIT 25"
PARAMETERS = "Parameters"
PARAMETERS_HELP = "As JSON; $name in the question stands for the value of name."
ROWS, SECONDS = "Rows, at most", "Seconds, at most"
SECONDS_HELP = "Neo4j itself ends a question that takes longer."
NOT_JSON = "The parameters are not JSON that begins with {; mend them, or leave them empty."

PICTURE = "Picture"
NOT_DRAWN = "Only what the answer holds is drawn."
PROPERTIES = "Properties"
PICK = "Click a point to see what is known of it."
THINGS = "What it names"
NO_ROWS = "Nothing in the graph fits."
DOWNLOAD = "Download as CSV"
TABLE = "The answer"
PLAN = "How Neo4j goes about it"
STEP, DETAILS, EXPECTED, THERE = "Step", "Details", "Rows expected", "Rows there were"
PLAN_ONLY = "Nothing was run; this is what Neo4j would do."

SAVE_THIS = "Keep this question"
NAME = "Name"
SAVE, SAVE_VERSION, WITHDRAW = "Keep", "Keep as a new version", "Withdraw"
SAVED_ALIKE = (
    "For all who work with this workspace. A new version leaves the old ones in the journal."
)
NONE_SAVED = "Nobody has kept a question yet. Write one and keep it there."
SAY_WHO = "Say who is working, in the sidebar, before you keep or withdraw anything."
EARLIER = "Earlier versions"
VERSION, BY, WHEN = "Version", "By", "On (UTC)"
UNKNOWN_QUERY = "There is no such query; choose one."
KINDS = {
    "Account": "Account", "ContactDetail": "Contact detail", "Group": "Group",
    "Cluster": "Cluster", "Post": "Post", "Listing": "Post", "Image": "Picture", "Text": "Text",
    "Taxon": "Taxon", "Source": "Source", "Snapshot": "Detection", "Case": "Case",
    "Workspace": "Workspace",
}  # fmt: skip


def parameter(name: str, kind: str) -> str:
    """Name a parameter with its type."""
    return f"{name} ({TYPE_SAID.get(kind, kind.lower())})"


def wrong(name: str, kind: str) -> str:
    """Say that a parameter is not what it has to be."""
    return f"{name}: this is no {TYPE_SAID.get(kind, kind.lower())}; mend it."


def took(rows: int, seconds: float, *, has_more: bool) -> str:
    """Say how much came back, and how long it took."""
    more = "; there is more than was asked for" if has_more else ""
    return f"{words.count(rows, 'row')}{more}; Neo4j took {seconds:.2f} s"


def cut_text(text: str, left: int) -> str:
    """Write a long text that was cut."""
    return f"{text}… ({left:,} more characters)"


def cut_items(text: str, left: int) -> str:
    """Write a long list that was cut."""
    return f"{text} … ({left:,} more)"


def drawn(nodes: int, nodes_in_all: int, links: int, links_in_all: int) -> str:
    """Say how much of an answer is drawn."""
    points = words.part(1, nodes, nodes_in_all, "points")
    lines = words.part(1, links, links_in_all, "lines")
    return f"Showing {points} and {lines}. {NOT_DRAWN} {PICK}"


def saved_as(query: str, version: int) -> str:
    """Say that a question was kept."""
    return f"Kept as {query}, version {version}."


def withdrawn(query: str) -> str:
    """Say that a question was withdrawn."""
    return f"{query} is withdrawn; the journal keeps it."


def version_of(version: int, by: str, at: str) -> str:
    """Say who wrote a version, and when."""
    return f"Version {version}, kept by {by} on {at[:16].replace('T', ' ')} UTC"
