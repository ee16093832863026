"""E-mail addresses whose ``@`` or dot is a word or stands apart, or whose ending is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ingest.extract.addresses import disguises, domains
from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.lexicon.cues import Cues
from ingest.extract.seams import lower, seamless
from ingest.extract.setting import Setting

_COMPLETED = frozenset({"gmail", "icloud", "qq", "163", "126", "foxmail", "rediffmail", "ymail"})
"""Whose addresses end one way only."""

_SIGN = re.compile(
    rf"(?P<bracketed>{disguises.BRACKETED_AT})|(?P<sign>@)"
    r"|(?P<word>(?<= )(?:at|arroba|arobase|собака)(?= ))"
)
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?"
_DOT = (
    rf"(?: {{0,2}}{disguises.BRACKETED_DOT} {{0,2}}|{disguises.SPACED_DOT}"
    r"| {1,2}\. {0,2}|\. {1,2}(?=(?:com|net|org|co)(?![A-Za-z]))|\.)"
)
_DOMAIN = re.compile(rf" {{0,2}}({_LABEL}(?:{_DOT}{_LABEL}){{1,4}})(?![A-Za-z0-9@])", re.IGNORECASE)
_PROVIDER = re.compile(
    rf" {{0,2}}({'|'.join(sorted(_COMPLETED))})(?:[ ,]{{1,2}}com|com)?(?![A-Za-z0-9@-]|\.[A-Za-z])",
    re.IGNORECASE,
)
_ANY_DOT = re.compile(_DOT, re.IGNORECASE)
_LOCAL_REVERSED = re.compile(
    r"[ ]{0,2}(?P<name>[A-Za-z0-9_%+.-]{1,64}(?:(?: ?"
    rf"{disguises.BRACKETED_DOT_REVERSED} ?|{disguises.SPACED_DOT_REVERSED})"
    r"[A-Za-z0-9_%+-]{1,64}){0,3})(?![A-Za-z0-9_%+@./-])",
    re.IGNORECASE,
)
_PLAIN_WORD = re.compile(r"[A-Za-z]+")
_WITH_A_LETTER_FIRST = re.compile(r"[A-Za-z]{2,}[A-Za-z0-9._+-]*")
_FREE_STANDING = re.compile(r"(?:^|[\n\x00:;,=(\[<>|/\"'👉✉📧📩📨-])[ ]{0,2}$")
_LINE_BEGINS, _LINE_ENDS = re.compile(r"(?:^|\n) {0,2}$"), re.compile(r"[ .]{0,2}(?:\n|$)")
_MARKED = re.compile(r"(?:[:=👉✉📧📩📨]|[.!?。！？] )[ ]{0,2}$")
_NO_MAIL = re.compile(
    r"(?:amazon|ebay|etsy|shopee|lazada|tokopedia|bukalapak|olx|carousell|facebook|instagram|google|"
    r"youtube|tiktok|twitter|wikipedia|alibaba|aliexpress|craigslist|gumtree|mercadolibre)\."
)
"""Sites that people name, where nobody has a mailbox."""
_NO_NAMES = frozenset({
    "me", "us", "it", "is", "mail", "email", "e-mail", "reach", "contact", "write", "him", "her",
    "them", "only", "address", "account", "found", "here", "available", "we", "you", "and", "or",
    "be", "look", "looking", "online", "live", "meet", "store", "shop", "now", "more", "that",
    "this", "all", "one", "out", "up", "in", "on", "buy", "order", "chat", "dm", "ke", "di", "hub",
    "correo", "surel", "imel", "sold", "bought", "listed", "posted", "seen", "starting", "selling",
    "visit", "check", "details", "prices", "auction", "everything", "something", "seller",
})  # fmt: skip


class _Parts(NamedTuple):
    """What an address is made of, and how it is written."""

    start: int
    end: int
    local: str
    host: str
    sign: str
    is_spaced: bool
    is_dotted: bool


def may_hold(_: Cues) -> str:
    """What a text with a disguised e-mail address holds."""
    words, dots = "|".join(disguises.AT_WORDS), disguises.BRACKETED_DOT
    spaced, complete = disguises.SPACED_DOT, "|".join(sorted(_COMPLETED))
    apart = r"(?: @ {0,2}|@ {1,2})"
    any_dot = rf"(?: {{0,2}}{dots}| {{0,2}}\. {{0,2}}|{spaced})"
    return (
        rf"(?i){disguises.BRACKETED_AT}"
        rf"|{apart}[a-z0-9-]{{2,40}}{any_dot} {{0,2}}[a-z0-9]*[a-z]"
        rf"|{apart}(?:{complete})"
        rf"|@[A-Za-z0-9.{IGNORED}-]{{1,40}}(?: {{0,2}}{dots}| \.|{spaced}|\. )"
        rf"|@(?:{complete})(?:com|[^.A-Za-z0-9]|\.[^A-Za-z]|\.?$)"
        rf"| (?:{words}) [A-Za-z0-9 .-]{{2,40}}(?:{dots}|\.|{spaced})"
    )


def find(text: str, setting: Setting) -> Iterator[Found]:
    """Find disguised e-mail addresses in a unified text.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    setting : Setting
        Its cues ``email`` announce an address.

    Yields
    ------
    Found
        Kind ``email``; the value in lower case. Where words stand for the marks and nothing else
        tells an address from a sentence, nothing.
    """
    plain = seamless(text)
    for sign in _SIGN.finditer(lower(plain.text)):
        parts = _parts(plain.text, sign)
        if parts is None or not _is_meant(plain.text, parts, setting.cues):
            continue
        value = f"{parts.local}@{parts.host}".lower()
        rule, confidence = ("e-mail in words", 0.9)
        if not parts.is_dotted:
            rule, confidence = "provider completed", 0.8
        span = plain.span(parts.start, parts.end)
        yield Found(*span, "email", value, f"email:{value}", rule, confidence)


def _parts(text: str, sign: re.Match[str]) -> _Parts | None:
    """Take apart what stands around a sign; None where it cannot be an address."""
    start, end = sign.span()
    before = _LOCAL_REVERSED.match(text[max(0, start - 140) : start][::-1])
    domain = _DOMAIN.match(text, end)
    provider = None if domain else _PROVIDER.match(text, end)
    after = domain or provider
    if before is None or after is None:
        return None
    host = _ANY_DOT.sub(".", after[1]) if domain else f"{after[1]}.com"
    known = domains.trim(host)
    if known is None:
        return None
    written = before["name"][::-1]
    local = _ANY_DOT.sub(".", written).lstrip(".-%+")
    if local.endswith(".") or len(local) < 2:
        return None
    spaced = text[start - 1 : start] == " " or text[end : end + 1] == " "
    stop = after.end() if host == known else after.start(1) + _length(after[1], known)
    kind = str(sign.lastgroup)
    start -= before.end() - (len(written) - len(written.lstrip(".-%+")))
    return _Parts(start, stop, local, known.lower(), kind, spaced, domain is not None)


def _length(written: str, host: str) -> int:
    """How much of a written domain a part of its labels takes."""
    ends = [match.start() for match in _ANY_DOT.finditer(written)] + [len(written)]
    return ends[host.count(".")]


def _is_meant(text: str, parts: _Parts, cues: Cues) -> bool:
    """Whether an address is meant rather than a sentence with these words."""
    local = parts.local.lower()
    is_plain = _PLAIN_WORD.fullmatch(local) is not None
    is_announced = _announced(cues).search(text[max(0, parts.start - 40) : parts.start].lower())
    if local in _NO_NAMES:
        return False
    if parts.sign == "bracketed" or is_announced:
        return True
    if parts.sign == "sign" and not parts.is_spaced:
        return True
    if not _WITH_A_LETTER_FIRST.fullmatch(local):
        return False
    if parts.sign == "word":
        return _word_is_meant(text, parts, is_plain)
    if is_plain or not parts.is_dotted:
        stands_free = _FREE_STANDING.search(text[max(0, parts.start - 4) : parts.start])
        return domains.is_mail_host(parts.host) and stands_free is not None
    return True


def _word_is_meant(text: str, parts: _Parts, is_plain: bool) -> bool:
    """Whether ``at`` between words is the sign; a dot that is a dot makes it a web address."""
    if not parts.is_dotted:
        return False
    if domains.is_mail_host(parts.host):
        return True
    written = text[parts.start : parts.end]
    if " AT " in written and " DOT " in written and not parts.local.isupper():
        return True
    if "." in written[len(parts.local) :]:
        return False
    if _NO_MAIL.match(parts.host):
        return False
    if not is_plain or " at " not in written.lower():
        return True
    before = text[max(0, parts.start - 4) : parts.start]
    is_alone = _LINE_BEGINS.search(before) and _LINE_ENDS.match(text, parts.end)
    return bool(is_alone or _MARKED.search(before))


@lru_cache(maxsize=16)
def _announced(cues: Cues) -> re.Pattern[str]:
    """Pattern of a text that ends with a word for e-mail."""
    words = "|".join(re.escape(word) for word in cues.of("email"))
    if not words:
        return re.compile(r"(?!)")
    fillers = "me|us|ke|to|at|an|a|à|para|per|id|address|alamat|saya|kami|is"
    return re.compile(
        rf"(?<![a-z])(?:{words})(?: (?:{fillers})){{0,3}} ?[:=>-]? {{0,2}}$"
        r"|(?<![a-z])(?:send|write|kirim)[a-z ]{0,20} (?:to|ke) {1,2}$"
    )
