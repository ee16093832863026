"""The words of the Candidates page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from app import words
from app.review_answers import CONFIRMED, OPEN, REJECTED, SKIPPED
from graph.judged import CANDIDATE, CONFIRM, SUCCESSOR

TITLE = "Candidates"
QUESTIONS = {CANDIDATE: "Same person", SUCCESSOR: "Successor"}
STATUSES = {
    OPEN: "To decide",
    CONFIRMED: "Confirmed",
    REJECTED: "Rejected",
    SKIPPED: "Skipped",
}
WHICH_QUESTION = "Question"
WHICH_STATUS = "How it stands"
WHAT_IT_IS = {
    CANDIDATE: (
        "Pairs of accounts behind which one person may be. Nothing is merged: these are questions, "
        "and a person answers them."
    ),
    SUCCESSOR: (
        "Accounts and groups that may carry on from ones not seen any more. Why those are not "
        "seen (removed, renamed, sold, given up) is not known here: these are questions, and a "
        "person answers them."
    ),
}
LOOKING = "Looking for pairs, once for this detection; it may take a minute …"
CHANGED_SINCE = (
    "Something was taken in or judged since these pairs were looked for: scores may be others now."
)
LOOK_AGAIN = "Look again"
SKIPPED_IS_YOURS = "Skipping is yours and of this session only: nobody else sees it."

SAME_PERSON = "May one person be behind both accounts?"
ACCEPT = {CANDIDATE: "Accept: may be one person", SUCCESSOR: "Accept: may be the successor"}
REJECT = {CANDIDATE: "Reject: not one person", SUCCESSOR: "Reject: not the successor"}
SKIP, UNDO, TAKE_BACK, PREVIOUS, NEXT = "Skip", "Undo", "Take back", "Previous", "Next"
UNDONE = "Undone: this pair stands as before."
WHY = "Reason"
WHY_HINT = (
    "What your answer rests on; wanted when you reject. Tab leaves this field, and the keys work "
    "again."
)
WHAT_FOLLOWS = {
    CANDIDATE: (
        "Accepted, both accounts count as one operation’s in the next detection; they stay two "
        "accounts. Rejected, the pair is not asked again, and no tie changes. Who answered, when "
        "and why is kept, and every answer can be taken back."
    ),
    SUCCESSOR: (
        "Accepted, the next report tells it whatever the score; rejected, it leaves it out and "
        "looks for another explanation. No tie changes. Who answered, when and why is kept, and "
        "every answer can be taken back."
    ),
}
WHAT_FOLLOWS_GROUPS = (
    "Your answer on groups is kept with who, when and why, and can be taken back; it settles the "
    "question here, and reports do not take notice of it yet."
)
KEYS = (
    "Keys: a accepts, x rejects, s skips, u takes the last answer back, n is the next pair, "
    "p the one before. They work while the cursor is in no field."
)
SAY_WHO = "Say who is working, in the sidebar, before you answer."
TOO_SOON = "That was too soon after the pair before: nothing was noted. Look, and press again."
NOTHING_TO_UNDO = "There is nothing of this session to undo."
NOT_IN_LIST = "Outside the list chosen above"
NOT_NOTED = "Nothing was noted."

LEFT, RIGHT = "Left", "Right"
FIRST_SIDE, SECOND_SIDE = "One account", "The other account"
OLD_SIDE, NEW_SIDE = "Not seen any more", "Seen since"
ACTIVITY = "Posts over time, both on one axis"
NO_TIMES = "No post of either side has a known time."
EVIDENCE = "What they have in common"
AGAINST = "What speaks against it"
NOTHING_AGAINST = "Nothing found here speaks against it; that is no proof."
TIMES = "When one stopped and the other came"
ELSE = "What else it could be"
NO_POSTS = "No post shows it; it stands in a profile or description."
NAMES = "Names and handles, in the order first seen"
MOST_NAMES = 6
NO_DAY = "at an unknown time"
BIO = "How it describes itself"
DETAILS = "Contact details, the most published first"
GROUPS = "Groups, the latest seen first"
TAXA = "Taxa that its posts name"
RUN_BY = "Run by"
ALL_POSTS = "All posts"
NO_TEXT = "(no text)"
NOT_IN_GRAPH = "The graph does not hold it; it may have been withdrawn."
NAME, DETAIL, GROUP = "name", "contact detail", "group"
LAYERS = {
    "handle": "Handle",
    "name": "Display name",
    "bio": "Description",
    "details": "Contact details",
    "detail": "Contact detail",
    "texts": "Texts",
    "text": "Texts",
    "phrases": "Runs of words",
    "pictures": "Pictures",
    "picture": "Pictures",
    "group": "Groups",
    "role": "Roles in groups",
}

NONE_FOUND_TITLE = "No pair to decide"
ANSWERS = "answers"
PAIR, JUDGED, BY, ON = "Pair", "Judged", "By", "On (UTC)"
NOTHING_LEFT = "Nothing left to decide"
NONE_FOUND = {
    CANDIDATE: "This detection found no pair of accounts behind which one person may be.",
    SUCCESSOR: "No account or group known by then seems to carry on from one not seen any more.",
}
NO_SUCH_PAIR = "This pair is no question of the latest detection"
NO_SUCH_PAIR_MEANS = (
    "There is not enough in common, one of both keys is unknown, or evidence was withdrawn. It "
    "can still be judged on the command line, by `spoor judge`."
)
DETECT_AGAIN = "Answers take effect when networks are looked for again."
ALL_OBEYED = "Every answer given so far was obeyed by a detection."


def as_known(as_of: str) -> str:
    """Say which day's knowledge is shown."""
    return f"Detection as known by the end of {as_of}."


def counts(numbers: Mapping[str, int], status: str) -> str:
    """Say how many pairs stand otherwise than those listed."""
    said = {
        OPEN: f"{numbers[OPEN]:,} to decide",
        CONFIRMED: f"{numbers[CONFIRMED]:,} confirmed",
        REJECTED: f"{numbers[REJECTED]:,} rejected",
        SKIPPED: f"{numbers[SKIPPED]:,} skipped by you in this session",
    }
    return " · ".join(text for name, text in said.items() if name != status)


def place_in(number: int, in_all: int, status: str) -> str:
    """Say which pair of how many is shown."""
    return f"{number:,} of {in_all:,} {STATUSES[status].lower()}"


def none_of(status: str) -> str:
    """Say that no pair stands so."""
    return f"No pair is {STATUSES[status].lower()}."


def successor_of(new: str, old: str, since: str | None, cause: str | None) -> str:
    """Ask whether one may be the successor of another; names are Markdown already."""
    known = "it is known to have left its groups" if cause == "left" else "cause unknown"
    return f"May {new} be the successor of {old}, not seen since {day_of(since)}, {known}?"


def group_successor_of(new: str, old: str, since: str | None) -> str:
    """Ask the same of groups."""
    return (
        f"May the group {new} be the successor of the group {old}, not seen since "
        f"{day_of(since)} (not collected any more, or ended: cause unknown)?"
    )


def day_of(said: str | None) -> str:
    """Write a day that is given as YYYY-MM-DD."""
    return words.day(datetime.fromisoformat(said)) if said else words.UNKNOWN


def posts_that_show(left: int, right: int) -> str:
    """Title the posts that show a reason."""
    return f"Posts that show it ({left:,} left, {right:,} right)"


def some_posts(shown: int, in_all: int) -> str:
    """Say how many of the posts of a side are shown."""
    return words.showing(1, shown, in_all, "posts")


def stands(verdict: str, by: str, at: str, why: str | None) -> str:
    """Say how a pair stands judged."""
    said = "Confirmed" if verdict == CONFIRM else "Rejected"
    return f"{said} by {by} on {day_of(at[:10])}{f': {why}' if why else ''}"


def meanwhile(verdict: str | None, by: str, at: str) -> str:
    """Say that somebody else was quicker."""
    if verdict is None:
        return "Meanwhile the answer that stood was taken back: nothing was noted. Look again."
    said = "confirmed" if verdict == CONFIRM else "rejected"
    return (
        f"Meanwhile {by} has {said} this pair ({at[11:16]} UTC): your answer was not noted. It "
        "is shown as it stands now."
    )


def noted(verdict: str, one: str, other: str) -> str:
    """Say what was noted of a pair."""
    said = {"confirm": "Accepted", "reject": "Rejected", "withdraw": "Taken back"}[verdict]
    return f"{said}: {one} and {other}."


def put_off(one: str, other: str) -> str:
    """Say that a pair was skipped."""
    return f"Skipped for now: {one} and {other}."


def side_title(side: str, title: str) -> str:
    """Title one side of a pair."""
    return f"{side} · {title}"


def active(first: date | None, last: date | None, posts: int) -> str:
    """Say when an account or group was active."""
    if first is None or last is None:
        return "No post with a known time."
    span = words.span(
        datetime(first.year, first.month, first.day), datetime(last.year, last.month, last.day)
    )
    return f"Active {span}, {words.count(posts, 'post')}"


def more(number: int, what: str) -> str:
    """Say how many are left out."""
    return f"and {words.count(number, what)} more"


def latest_posts(number: int) -> str:
    """Title the latest posts of a side."""
    return "Latest post" if number == 1 else f"Latest {number} posts"


def strip_told(left: str, right: str) -> str:
    """Describe the picture of both sides' activity."""
    return f"{ACTIVITY}. {LEFT}: {left}. {RIGHT}: {right}."


def done(confirmed: int, rejected: int, skipped: int) -> str:
    """Say what was decided when nothing is left."""
    return (
        f"{confirmed:,} confirmed, {rejected:,} rejected, {skipped:,} skipped by you in this "
        "session."
    )


def not_obeyed(number: int) -> str:
    """Say how many answers have not taken effect."""
    return (
        f"{words.count(number, 'answer')} given since the last detection "
        f"{'has' if number == 1 else 'have'} not taken effect yet."
    )


def without_opening(sentence: str) -> str:
    """Take the opening off a sentence that stands under `AGAINST`."""
    rest = sentence.removeprefix("Against: ")
    return f"{rest[:1].upper()}{rest[1:]}"
