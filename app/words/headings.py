"""Headings of the columns of tables, the same on every page."""

from __future__ import annotations

ACCOUNT, ACCOUNTS, GROUP, POST, POSTS, CLUSTER = (
    "Account", "Accounts", "Group", "Post", "Posts", "Cluster",
)  # fmt: skip
NAME, HANDLE, PLATFORM, ROLE, CATEGORY, KEY, KEYS = (
    "Name", "Handle", "Platform", "Role", "Category", "Key", "Keys",
)  # fmt: skip
KNOWN_OF_IT, FOUND_BECAUSE = "Known of it", "Found because"

KIND, VALUE, IN_POSTS, INVITATION, WHO = "Kind", "Value", "In posts", "Invitation", "Who"
PUBLISHED_BY, PUBLISHED_HERE_BY, ANYWHERE_BY, STRANGERS = (
    "Published by", "Published here by", "Anywhere by", "May serve strangers",
)  # fmt: skip

FIRST_SEEN, LAST_SEEN, FIRST, LAST = "First seen", "Last seen", "First", "Last"
JOINED, LEFT = "Joined", "Left"

TAXON, ENGLISH, LISTED, PRODUCTS, OFFERED, NAMED = (
    "Taxon", "English", "Listed", "Products", "Offered or sought in", "Named in",
)  # fmt: skip
PRICES, QUANTITIES, CURRENCY, FOR, LOWEST, MIDDLE, HIGHEST, ASKED_IN_ALL = (
    "Prices asked", "Quantities", "Currency", "For", "Lowest", "Middle", "Highest", "Asked in all",
)  # fmt: skip
PLACE, HOW_READ = "Place", "How it was read"

STABILITY, OTHER_SEEDS, BORDERLINE, TIES_HERE = (
    "Stability", "With other seeds", "Borderline", "Ties here",
)  # fmt: skip
BETWEENNESS, CONSTRAINT, CORE = "Betweenness", "Burt’s constraint", "k-core"
AS_OF, EARLIER, BECAME, LATER, IN_COMMON, SHARE, SNAPSHOT = (
    "Known by the end of", "Earlier cluster", "What became of it", "Later cluster",
    "Accounts in common", "Share", "Snapshot",
)  # fmt: skip

WHAT, WHEN, FROM, TO, TIMES = "What", "When", "From", "To", "Times"
AMOUNT, THROUGH, SAYS, GRADE, HANDLING = "Amount", "Through", "Says", "Grade", "Handling"

FILE, SIGHTINGS, FIRST_COLLECTED, LAST_COLLECTED = (
    "File", "Sightings", "First collected", "Last collected",
)  # fmt: skip
PLACE_IN_FILE, AS_WRITTEN, COLLECTED = "Place in it", "As written", "Collected (UTC)"

BY, ON, WHY, IN_THEIR_WORDS, JUDGED, DETECTED_SINCE = (
    "By", "On (UTC)", "Why", "In their words", "Judged", "Detected since",
)  # fmt: skip
