"""Web addresses: messenger numbers, handles and invitations behind them, and plain addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from ingest.extract.addresses import domains, messenger_links, profile_links
from ingest.extract.addresses import read as made
from ingest.extract.addresses.read import Read, number_in_link
from ingest.extract.folding import IGNORED
from ingest.extract.found import Found
from ingest.extract.lexicon.cues import Cues
from ingest.extract.seams import SPACED_LETTER, seamless
from ingest.extract.setting import Setting

_ANCHOR = re.compile(
    r"[:.](?:(?<=:)//|(?<=\.)(?:com|org|me(?<=\.t\.me))(?![A-Za-z0-9-])|(?<=\.)[A-Za-z]{2,10}(?=[/?]))",
    re.IGNORECASE,
)
_SCHEME_REVERSED = re.compile(
    r"(?:s?p[tx]{2}h|gt|ppastahw|enil|rebiv)(?![A-Za-z0-9])", re.IGNORECASE
)
_HOST_REVERSED = re.compile(
    rf"[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{0,5}}(?!{SPACED_LETTER}|[.@-])"
)
_REST_OF_HOST = re.compile(r"(?:\.[A-Za-z0-9-]{1,63}){0,3}(?::\d{1,5})?")
_PATH = re.compile(r"[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]{0,2048}")
_SCHEMED = re.compile(r"[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~\[\]]{3,2048}")
_ANOTHER = re.compile(r"(?<![=/?&:%])https?://", re.IGNORECASE)
_TRAILING = ".,;:!?'*_~[]("
_TRACKING = re.compile(
    r"utm_|(?:fbclid|gclid|igsh|igshid|mibextid|_rdr|rdid|ref|refsrc|referrer|si|spm|smtt|_t|_r|s|"
    r"feature|locale|sender_device|sender_web_id|share_\w+|is_from_webapp|is_copy_url|tt_\w+|"
    r"__\w+(?:\[\d+\])?|hc_ref|fref|acontext|source|src|app|text)$",
    re.IGNORECASE,
)
_MAIL_HOSTS = {"gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com"}
_APPS = frozenset({"tg", "whatsapp", "line", "viber"})
_ON_THE_WAY = frozenset({"l.facebook.com", "lm.facebook.com", "l.instagram.com"})


def may_hold(_: Cues) -> str:
    """What a text with a web address holds."""
    return rf"://|[A-Za-z0-9-]{IGNORED}*\.{IGNORED}*[A-Za-z]{IGNORED}*[A-Za-z]|{IGNORED}[:/]"


def find(text: str, setting: Setting) -> Iterator[Found]:
    """Find web addresses in a unified text.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it.
    setting : Setting
        Its region is that of messenger links that leave the country out.

    Yields
    ------
    Found
        ``phone`` for a link that opens a chat with a number, ``telegram instagram facebook
        tiktok line`` for profiles, ``invite`` for group invitations, ``url`` for the rest:
        host and path without ``www.``, scheme, fragment and tracking parameters.
    """
    plain = seamless(text)
    last = 0
    for match in _ANCHOR.finditer(plain.text):
        if match.start() < last:
            continue
        find_span = _schemed if match.group() == "://" else _bare
        span = find_span(plain.text, match)
        if span is None or span[0] < last:
            continue
        last = span[1]
        read = read_address(plain.text[span[0] : span[1]], setting.region)
        if read is not None:
            yield read.at(*plain.span(*span))


def _schemed(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Span of an address that names its scheme."""
    colon = match.start()
    scheme = _SCHEME_REVERSED.match(text[max(0, colon - 12) : colon][::-1])
    rest = _SCHEMED.match(text, match.end()) if scheme else None
    if scheme is None or rest is None:
        return None
    return colon - scheme.end(), _end(text, match.end(), rest.end())


def _bare(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Span of an address that begins with its host."""
    dot = match.start()
    before = _HOST_REVERSED.match(text[max(0, dot - 200) : dot][::-1])
    rest = _REST_OF_HOST.match(text, match.end())
    if before is None or rest is None:
        return None
    start = dot - before.end()
    written = text[start : rest.end()].partition(":")[0]
    host = domains.trim(written)
    if host is None:
        return None
    if host != written:
        return start, start + len(host)
    path = _PATH.match(text, rest.end()) if text[rest.end() : rest.end() + 1] in "/?" else None
    return start, _end(text, rest.end(), path.end()) if path else rest.end()


def _end(text: str, start: int, end: int) -> int:
    """Where an address ends once the sentence's own punctuation is left out."""
    if another := _ANOTHER.search(text, start, end):
        end = another.start()
    opened, closed = text.count("(", start, end), text.count(")", start, end)
    while end > start and (
        text[end - 1] in _TRAILING or (text[end - 1] == ")" and closed > opened)
    ):
        end -= 1
        closed -= text[end] == ")"
        opened -= text[end] == "("
    return end


@lru_cache(maxsize=1 << 16)
def read_address(address: str, region: str | None) -> Read | None:
    """Read one address.

    Parameters
    ----------
    address : str
        With or without its scheme.
    region : str or None
        ISO 3166 code of the country of numbers that leave theirs out.

    Returns
    -------
    Read or None
        None when it is no address, or one that says nothing.
    """
    written = address if "://" in address else f"http://{address}"
    try:
        parts = urlsplit(written)
        host = (parts.hostname or "").removeprefix("www.")
        query = dict(parse_qsl(parts.query, max_num_fields=100))
    except ValueError:
        return None
    if parts.scheme in _APPS:
        return _app_link(parts, host, query, region)
    if "." not in host.strip("."):
        return None
    if host in _ON_THE_WAY and "://" in query.get("u", ""):
        return read_address(query["u"], region)
    if host in _MAIL_HOSTS and not parts.path.strip("/"):
        return None
    return profile_links.read(host, parts.path, query, region, parts.fragment) or _plain(
        host, parts
    )


def _app_link(
    parts: SplitResult, action: str, query: dict[str, str], region: str | None
) -> Read | None:
    """Read an address that opens a messenger."""
    if parts.scheme == "line":
        return profile_links.read("line.me", f"{action}{parts.path}", {}, region)
    if parts.scheme == "viber":
        return messenger_links.viber(action, query, region)
    number = number_in_link(query.get("phone", ""), region)
    if number is not None:
        is_whatsapp = parts.scheme == "whatsapp"
        rule, channel = ("wa.me", "whatsapp") if is_whatsapp else ("t.me", "telegram")
        return made.phone(number, rule, channel)
    if parts.scheme == "tg" and action == "resolve":
        return profile_links.read("t.me", f"/{query.get('domain', '')}", {}, region)
    if parts.scheme == "tg" and action == "join":
        return profile_links.read("t.me", f"/+{query.get('invite', '')}", {}, region)
    return None


def _plain(host: str, parts: SplitResult) -> Read:
    """Write an address that is nothing but an address one way."""
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.match(name)
    ]
    value = host.removeprefix("m.") + parts.path.rstrip("/")
    if kept:
        value += "?" + urlencode(sorted(kept))
    return Read("url", value, f"url:{value}", "address", 0.95)
