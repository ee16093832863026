"""Words of the page on which material is taken in and withdrawn."""

from __future__ import annotations

import re

from app import words

TITLE = "Take in"
PARTS = ("Files", "Sources")
INTRODUCTION = (
    "Give the files that were collected. Spoor shows what it would read of each. Nothing is taken "
    "in before you press the button at the end."
)

GIVE = "Give files"
DROP = "Drop files here: exports, tables, chats, zips"
LARGEST_MB = 400
LIMIT = (
    f"A file of up to {LARGEST_MB} MB can be dropped; of a larger one, or of a folder, type the "
    "path below. Pictures beside an export are kept when all of it is given as one zip or as a "
    "folder. What is dropped waits in the workspace, where only you can read it, and is removed "
    "from there once it has been taken in: the archive keeps the original."
)
PATH = "Or the path of a file, zip or folder on this machine"
PATH_SUCH_AS = "/home/me/case 7/telegram export"
ADD = "Add"
NOTHING_WAITS = "No file waits to be taken in."

LOOK = "Look before you take in"
LOOKING = "Looking into the file …"
TAKE_THIS = "Take this in"
LOOK_INTO = "Look into"
REMOVE = "Remove"
REMOVE_HELP = "Removes the file from the list; an uploaded copy is deleted."
WHICH = "Which of its files"
STATES = {
    "ready": "can be read",
    "needs mapping": "say first what its columns mean",
    "cannot": "cannot be read",
}
KNOWN = {
    "known": "The same bytes are in the archive already: taking them in again changes nothing.",
    "withdrawn": "The same bytes are in the archive and were withdrawn: they stay out. To have "
    "them back, take the withdrawal back under Sources.",
}
FORMAT = "Format"
FORMAT_TOLD = "Told from the content"
ENCODING = "Encoding"
ENCODING_SUCH_AS = "told from the file"
ENCODINGS = ("utf-8", "utf-16", "cp1252", "cp1251", "cp1250", "cp1254", "cp1256", "cp874",
             "gb18030", "big5", "shift_jis", "euc-kr", "koi8-r")  # fmt: skip
DATE_ORDER = "Order of day and month"
DATE_ORDERS = {"dmy": "day first (31/12/2026)", "mdy": "month first (12/31/2026)",
               "ymd": "year first (2026-12-31)"}  # fmt: skip
DATE_ORDER_TOLD = "Told from the dates"
CHAT = "Id of the chat"
CHAT_HELP = "Only where an export does not carry it."
FIRST_ROWS = "First rows as they would be read"
WOULD_BE_REFUSED = "Would be refused"
NO_ROWS = "No row could be shown."
KEPT_MAPPING = "Read with a mapping that this workspace keeps for tables with these columns."
ASSUMES_UTC = (
    "Its times carry no time zone and count as UTC. Name the zone below if that is not so."
)
FAILED_BEFORE = "When it was to be taken in:"

MAPPING = "What its columns mean"
MAPPING_MEANS = (
    "No known tool writes these columns. Say what each is; the rows below show at once what would "
    "be read. Columns that are none of these are kept beside the post under their own names."
)
CHANGE_MAPPING = "Change what its columns mean"
TABLES = {
    "posts": "Rows are posts or memberships",
    "links": "Rows say what passed from whom to whom",
}
TABLE = "What the rows are"
NOT_USED = "kept beside the post"
FOR_EVERY_ROW = "For every row"
PLATFORM_OF_ALL = "Platform of all rows"
KIND_OF_ALL = "What passes between the ends, in all rows"
TIME_FORM = "Form of the times"
TIME_FORM_HELP = "As %d/%m/%Y %H:%M; empty: the common forms."
TIME_UNSURE = "Nobody can tell from these times whether day or month stands first: choose."
KEEP_MAPPING = "Use this, now and for tables with the same columns"
MAPPING_KEPT = "Kept. It is used for this table and for every later one with the same columns."
MAPPING_NOT_YET = "Once rows can be read, it can be kept."
FIELDS = {
    "platform": "Platform", "post_id": "Post: id", "post_url": "Post: address",
    "posted_at": "Post: time", "group_id": "Group: id", "group_name": "Group: name",
    "account_id": "Account: id", "account_handle": "Account: handle",
    "account_name": "Account: name", "account_url": "Account: address",
    "account_bio": "Account: description", "role": "Role in the group", "text": "Text",
    "price": "Price", "currency": "Currency", "location": "Location", "image": "Image",
    "contact": "Contact details", "collected_at": "Time of collection", "from": "From whom",
    "to": "To whom", "kind": "What passes", "time": "Time", "amount": "Amount", "source": "Source",
    "grade": "Grade", "handling": "Handling",
}  # fmt: skip

TERMS = "What holds for all of them"
PLATFORM = "Platform of rows that name none"
REGION = "Country of national phone numbers"
REGION_HELP = "Numbers without a country’s code count only where this is said."
TIME_ZONE = "Time zone of times that carry none"
TIME_ZONE_NONE = "UTC, marked as assumed"
COLLECTED_AT = "Collected at (UTC)"
COLLECTOR = "Collected by"
LEGAL_BASIS = "Legal basis"
PURPOSE = "Purpose"
HANDLING = "Handling code"
HANDLING_CODES = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
RETENTION = "May be kept until"
NOT_SAID = "not stated"
TYPE_OR_CHOOSE = "Choose or type"

SAY_WHO = "Say who is working, in the sidebar, before you take anything in."
WAIT = "Something is being worked on already; wait until it has finished, then take these in."
NONE_CHOSEN = "Choose at least one file above that can be read."

OUTCOME = "What was taken in"
GOING_ON = "Being taken in"
NO_DOUBLE = "The same bytes were in the archive already; nothing changed."
REFUSED_ROWS = "Rows that were refused"
REFUSED_DOWNLOAD = "All of them as CSV, with what they held"
MAY_BE_OWN = "May be your own side’s"
MAY_BE_OWN_MEANS = (
    "Sources suggest that these accounts are your own side’s: who collected, or whose export it "
    "is. What is declared so takes part in nothing and appears nowhere. Decide."
)
IS_OWN, IS_NOT_OWN = "It is ours", "It is not ours"
HIDE = "Close"
NEXT = "Next: look for networks in all that the workspace holds."

SOURCES = "Sources"
NO_SOURCES = "Nothing has been taken in yet."
SOURCES_MEANS = (
    "All that was taken in, the latest first. Choose one to see its facts or withdraw it."
)
SIZE, ROWS_READ, ROWS_TAKEN_IN, ROWS_REFUSED, ROWS_REPEATED = (
    "Size", "Rows read", "Taken in", "Refused", "Repeated",
)  # fmt: skip
ACCOUNTS, GROUPS, POSTS, DETAILS = "Accounts", "Groups", "Posts", "Contact details"
TAKEN_IN_BY, TAKEN_IN_ON = "Taken in by", "Taken in on (UTC)"
WHICH_SOURCE = "Source"
SOURCE_UNKNOWN = "There is no such source here."
STANDS, GONE = "taken in", "withdrawn"
WITHDRAW = "Withdraw this source"
WITHDRAW_MEANS = (
    "Its rows leave the graph, every list and every later detection; accounts and posts that only "
    "it tells of are gone. Its bytes stay in the archive, and it can be taken back. The graph is "
    "made again, and networks are detected again without it, which takes a while."
)
WHY = "Why"
WHY_SUCH_AS = "Such as: collected without a warrant"
SURE = "Yes, withdraw it"
KEEP = "No, keep it"
BACK = "Take the withdrawal back"
BACK_MEANS = "It takes part again: its rows come back, and the next detection obeys."
NEEDS_REASON = "Say why it is to be withdrawn, then press again."
SAY_WHO_WITHDRAWS = "Say who is working, in the sidebar, before you withdraw anything."

_ON_THE_PAGE = (
    (re.compile(r"say which with --format NAME"), "choose which under Format"),
    (re.compile(r"; `spoor formats` lists what can be read"), "; nothing can be read of it"),
    (re.compile(r"pass --encoding (\S+), which"), r"choose \1 under Encoding, which"),
    (re.compile(r"name its encoding \(--encoding cp1252, or cp1251 for Cyrillic\)"),
     "choose its encoding (cp1252, or cp1251 for Cyrillic)"),
    (re.compile(r"--timezone(?: TZ| NAME)?"), "the time zone below"),
    (re.compile(r"--platform(?: NAME)?"), "the platform below"),
    (re.compile(r"--date-order(?: ORDER)?"), "the order of day and month"),
    (re.compile(r"--chat(?: ID)?"), "the chat’s id"),
    (re.compile(r"`spoor rejected` says"), "the list below says"),
    (re.compile(r"; name its columns as the plain table does, or run `spoor map FILE`.*"),
     "; choose which column that is."),
    (re.compile(r"; `spoor map [^`]*`[^.]*"), "; say below what its columns mean"),
)  # fmt: skip


def on_the_page(sentence: str) -> str:
    """Say of a remedy where it is on the page, in the place of an option of the command."""
    for found, said in _ON_THE_PAGE:
        sentence = found.sub(said, sentence)
    return sentence


def why_format(title: str, example: str, *, chosen: bool, known: bool) -> str:
    """Say what a file is taken for, and why."""
    if chosen:
        return f"{title}, because you say so."
    if not known:
        return f"{title}, with columns that no known tool writes."
    return f"{title}: its content begins as such a file does ({example})."


def size(number: int) -> str:
    """Write a size."""
    if number < 1 << 10:
        return words.count(number, "byte")
    for unit, place in (("KB", 10), ("MB", 20)):
        if number < 1 << (place + 10):
            return f"{number / (1 << place):,.1f} {unit}"
    return f"{number / (1 << 30):,.1f} GB"


def counted(read: int, accepted: int, merged: int, refused: int, *, whole: bool) -> str:
    """Say what would be made of the first rows."""
    looked = "All" if whole else "The first"
    repeated = f", {merged:,} repeat another" if merged else ""
    return (
        f"{looked} {words.count(read, 'row')}: {accepted:,} would be read{repeated}, "
        f"{refused:,} refused."
    )


def own_hidden(number: int) -> str:
    """Say that rows of our own side are not shown."""
    return f"{words.count(number, 'row')} of your own side’s stay out and are not shown."


def several(ready: int, in_all: int, refused: int) -> str:
    """Say what a zip or folder holds."""
    left = f"; {refused:,} cannot be read" if refused else ""
    return f"{words.count(in_all, 'file')} in it, {ready:,} of those looked into can be read{left}"


def take_in(number: int) -> str:
    """Label the button."""
    return f"Take in {words.count(number, 'file')}" if number else "Take in"


def given_by(who: str, day: str) -> str:
    """Say who gave a file, and when."""
    return f"given by {who} on {day}"


def totals(sources: int, accepted: int, refused: int, posts: int, accounts: int) -> str:
    """Say in one line what came of an ingestion."""
    return (
        f"{words.count(sources, 'source')}: {words.count(accepted, 'row')} taken in, "
        f"{refused:,} refused; {words.count(posts, 'post')} and {words.count(accounts, 'account')} "
        "named in them."
    )


def withdrawn_by(who: str, day: str, why: str) -> str:
    """Say who withdrew a source, when and why."""
    return f"Withdrawn by {who} on {day}: {why}"
