"""What the page of the lexicon says."""

from __future__ import annotations

from app import words

TITLE = "Lexicon"
WORDS, TRY, CHANGE, CANDIDATES = "Words", "Try on text", "Add or change", "Suggestions"
PART = "What to do"
ABOUT = (
    "Words that tell of trade, what each means and who says so. A word tells something of a text, "
    "never of a person; what it is worth beside other words is said with each find."
)
NOT_READ = (
    "The posts were not read with the lexicon as it stands now, so nothing is counted. The next "
    "detection reads them again."
)
READING = "Counting where the posts use the lexicon …"
TRYING = "Reading the text …"
SEEKING = "Looking for words that confirmed clusters use unusually often …"

ANY = "Any"
FIND, LANGUAGE, ROLE, TAXON, STATUS = "Word or meaning", "Language", "Used for", "Taxon", "Status"
ROLES = {
    "code": "code word", "product": "product", "offered": "offer", "sought": "wish to buy",
    "live": "live animal", "part": "part of an animal or plant", "shipping": "shipping",
    "licence": "licence or permit", "no papers": "without papers", "escrow": "escrow",
    "contact": "contact", "euphemism": "euphemism", "group": "group",
}  # fmt: skip
OWN, SHIPPED, LEFT_OUT = "this workspace’s own", "shipped", "withdrawn here"
VERIFIED, UNVERIFIED, AMBIGUOUS, USED = (
    "source read and verified", "not verified", "needs company", "used by posts",
)  # fmt: skip
STATUSES = (OWN, SHIPPED, LEFT_OUT, VERIFIED, UNVERIFIED, AMBIGUOUS, USED)
NOTHING_FITS = "No entry fits these filters."
ENTRY, ITS_WORDS, MEANING, SOURCE = "Entry", "Words", "Meaning", "Source"
HITS, COUNTED, RIGHT = "Posts", "It counts in", "Found right"
HITS_HELP = "Posts of this workspace in which one of its words stands."
COUNTED_HELP = "Those in which what stands beside it makes it count."
RIGHT_HELP = "Of its uses that a person judged, how many meant what the lexicon says."
TABLE = "Entries of the lexicon"
OPEN_ENTRY = "Look at an entry"
PICK = "Pick one"
ANY_LANGUAGE = "any language"
USES = "Posts that use it"
NO_USES = "No post uses it."
POST, ACCOUNT, TEXT, SCORE, BECAUSE = "Post", "Account", "Text", "Score", "Because"
CHANGES = "Changes made here"
BEFORE, AFTER, BY, WHEN = "Before", "After", "By", "On (UTC)"
EDIT, WITHDRAW, AS_SHIPPED = "Change it", "Withdraw it", "Take back all changes"
SAY_WHO = "Say who is working, in the sidebar, before you change the lexicon."

SAMPLE = "Text, as a post would say it"
SAMPLE_HINT = "Paste a text here; it is not kept."
REGION = "Country of national phone numbers"
REGION_HINT = "Such as ID"
NO_HITS = "No entry of the lexicon fires on this text."
WORD, FROM_TO, TELLS = "Word", "Characters", "Tells (0 to 1)"
HITS_TABLE = "Words found in the text"
NOW, THEN = "With the lexicon as it stands", "With what is typed here"
SAME = "No difference."
TRY_IT, KEEP = "Try it on the text", "Keep it"

ID, ID_HELP = "Id", "One word, such as mountain-tea; the same id takes the place of an entry."
WORDS_HELP = "One a line, as people write them. Case and punctuation make no difference."
LANGUAGES_HELP = "ISO codes with commas (id, ms, pt-BR); empty: any."
AMBIGUOUS_LABEL = "Also means everyday things, so that alone it tells nothing"
VERIFIED_LABEL = "The source was read and says so"
WITH = "Counts beside"
WITH_HELP = (
    "Any one of these, one a line: a word, what the text is used for, price, contact, measure or "
    "taxon; joined by + where several are needed at once. Empty: what is usual."
)
EXCEPT, EXCEPT_HELP = "Not inside", "Longer words in which it does not count, one a line."
TAXON_HELP = "Its key, such as taxon:Loxodonta africana; empty: none."
NEW = "A new entry"
KEPT_WHERE = (
    "It goes to this workspace’s own lexicon, with who changed it and when. What posts say of it "
    "is worked out again by the next detection."
)

LEAST_ACCOUNTS = "Accounts of confirmed clusters, at least"
SEEK = "Look for words"
CANDIDATES_ABOUT = (
    "Words that accounts of confirmed clusters use unusually often, beside everybody else. A word "
    "here is a lead for the lexicon, no more: look at the posts, then add it or leave it."
)
NONE_CONFIRMED = "No cluster stands confirmed yet; confirm one on its page first."
NO_CANDIDATES = "No word of the confirmed clusters is unusual among them."
INSIDE, OUTSIDE, ERRORS = "Accounts of confirmed clusters", "Other accounts", "Standard errors"


def role(name: str) -> str:
    """Name what an entry is for."""
    return ROLES.get(name, name)


def of(part: int, whole: int) -> str:
    """Write a part of a whole."""
    return f"{part:,} of {whole:,}"


def kept(name: str, *, differs: bool) -> str:
    """Say that an entry was changed."""
    return f"{name}: noted." if differs else f"{name}: nothing differs."


def ambiguous(company: list[str]) -> str:
    """Say when an ambiguous entry counts."""
    return f"Alone it tells nothing; it counts beside {'; or '.join(company)}."


def excepted(longer: list[str]) -> str:
    """Say inside which words an entry does not count."""
    return f"It does not count inside {'; '.join(longer)}."


def languages(codes: list[str]) -> str:
    """Name languages."""
    named = [f"{words.language(code.partition('-')[0])} ({code})" for code in codes]
    return ", ".join(named) or ANY_LANGUAGE


def used(hits: int, accounts: int, counted: int) -> str:
    """Say how often an entry is used."""
    return (
        f"{words.count(hits, 'post')} of {words.count(accounts, 'account')}; it counts in "
        f"{counted:,}."
    )
