"""Web addresses whose dots and slashes are words, in brackets or apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.addresses import disguises, domains
from ingest.extract.addresses.links import read_address
from ingest.extract.addresses.read import Read
from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.lexicon.cues import Cues
from ingest.extract.seams import SPACED_LETTER, seamless
from ingest.extract.setting import Setting

_DOT = (
    rf"(?: {{0,2}}{disguises.BRACKETED_DOT} {{0,2}}|{disguises.SPACED_DOT}"
    r"| {1,2}\. {0,2}|\. {1,2}|[.,。])"
)
_SLASH = r"(?: {0,2}[/\\] {0,2}| ?\((?:slash|/)\) ?| slash )"
_HOSTS = (
    ("t", "me"), ("telegram", "me"), ("telegram", "dog"), ("wa", "me"), ("zalo", "me"),
    ("line", "me"), ("lin", "ee"), ("m", "me"), ("fb", "me"), ("fb", "com"),
    ("facebook", "com"), ("instagram", "com"), ("tiktok", "com"), ("chat", "whatsapp", "com"),
    ("api", "whatsapp", "com"), ("discord", "gg"), ("discord", "com"), ("open", "kakao", "com"),
)  # fmt: skip
_KNOWN = "|".join(_DOT.join(labels) for labels in _HOSTS)
_REST = r"[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]"
_MESSENGER = re.compile(
    rf"(?<![A-Za-z0-9@._'’-])(?:www{_DOT})?(?P<host>{_KNOWN})(?P<slash>{_SLASH})"
    rf"(?P<path>[A-Za-z0-9_+~@%?]{_REST}{{0,200}})",
    re.IGNORECASE,
)
_BRACKETED = re.compile(disguises.BRACKETED_DOT, re.IGNORECASE)
_HOST_REVERSED = re.compile(
    r" {0,2}[A-Za-z0-9-]{1,63}(?:(?:\.|"
    rf" {{0,2}}{disguises.BRACKETED_DOT_REVERSED} {{0,2}})[A-Za-z0-9-]{{1,63}}){{0,4}}"
    rf"(?!{SPACED_LETTER}|[@-])",
    re.IGNORECASE,
)
_AFTER_DOT = re.compile(
    r" {0,2}[A-Za-z0-9-]{1,63}(?:(?:\.|"
    rf" {{0,2}}{disguises.BRACKETED_DOT} {{0,2}})[A-Za-z0-9-]{{1,63}}){{0,4}}",
    re.IGNORECASE,
)
_PATH = re.compile(rf"[/?]{_REST}{{0,400}}")
_ANY_BRACKETED = re.compile(rf" {{0,2}}{disguises.BRACKETED_DOT} {{0,2}}", re.IGNORECASE)
_ANY_DOT = re.compile(_DOT, re.IGNORECASE)
_SCHEME = re.compile(r"(?<![A-Za-z])h[tx]{2}ps? ?\[?:\]? ?/ ?/ ?(?:www ?\. ?)?$", re.IGNORECASE)
_TRAILING = ".,;:!?'*_~[]()"


def may_hold(_: Cues) -> str:
    """What a text with a disguised address holds."""
    first = "|".join(sorted({labels[0] for labels in _HOSTS}))
    last = "me|dog|ee|gg|com|whatsapp|kakao"
    apart = rf"(?: {{1,2}}\.|\. |[,。]|{disguises.SPACED_DOT})"
    return (
        rf"(?i){disguises.BRACKETED_DOT}|(?:{first}){apart} {{0,2}}(?:{last})"
        rf"|\.(?:{last})(?: {{1,2}}[/\\]| ?\((?:slash|/)\)| slash |\\)|{IGNORED}[.]{IGNORED}"
    )


def find(text: str, setting: Setting) -> Iterator[Found]:
    """Find disguised web addresses in a unified text.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it, e-mail addresses blanked.
    setting : Setting
        Its region is that of messenger links that leave the country out.

    Yields
    ------
    Found
        As `links.find`. With dots or slashes that merely stand apart only the addresses of
        messengers and networks count, and only where they lead to somebody.
    """
    plain = seamless(text)
    last = 0
    for start, end, read in sorted(
        [*_in_messengers(plain.text, setting), *_in_brackets(plain.text, setting)],
        key=lambda item: (item[0], -item[1]),
    ):
        if start >= last:
            last = end
            yield read.disguised("link in words", 0.93).at(*plain.span(start, end))


def _in_messengers(text: str, setting: Setting) -> Iterator[tuple[int, int, Read]]:
    """Find addresses of messengers and networks."""
    for match in _MESSENGER.finditer(text):
        end = _end(text, match.start("path"), match.end())
        host = _ANY_DOT.sub(".", match["host"])
        if host == match["host"] and match["slash"] == "/":
            continue
        path = text[match.start("path") : end]
        read = read_address(f"{host}/{path}", setting.region)
        if read is not None and read.kind != "url":
            yield _with_scheme(text, match.start()), end, read


def _in_brackets(text: str, setting: Setting) -> Iterator[tuple[int, int, Read]]:
    """Find addresses with a dot in brackets."""
    last = 0
    for match in _BRACKETED.finditer(text):
        if match.start() < last:
            continue
        before = _HOST_REVERSED.match(text[max(0, match.start() - 160) : match.start()][::-1])
        after = _AFTER_DOT.match(text, match.end())
        if before is None or after is None:
            continue
        start = match.start() - before.end()
        host = _ANY_BRACKETED.sub(".", text[start : after.end()])
        last = after.end()
        if domains.trim(host) != host:
            continue
        path = _PATH.match(text, last)
        last = _end(text, last, path.end()) if path else last
        read = read_address(host + text[after.end() : last], setting.region)
        if read is not None:
            yield _with_scheme(text, start), last, read


def _end(text: str, start: int, end: int) -> int:
    """Where a path ends without the sentence's punctuation."""
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return end


def _with_scheme(text: str, start: int) -> int:
    """Where an address begins, with what stands before its host."""
    before = _SCHEME.search(text[max(0, start - 24) : start])
    return start - (len(before.group()) if before else 0)
