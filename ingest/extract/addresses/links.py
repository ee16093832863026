"""Web addresses: messenger numbers, handles and invitations behind them, and plain addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from ingest.extract.addresses import domains, profile_links
from ingest.extract.found import Found
from ingest.extract.lexicon.cues import Cues
from ingest.extract.phones import numbers
from ingest.extract.setting import Setting

_ANCHOR = re.compile(
    r"[:.](?:(?<=:)//|(?<=\.)(?:com|org)(?![A-Za-z0-9-])|(?<=\.)[A-Za-z]{2,6}(?=[/?]))",
    re.IGNORECASE,
)
_SCHEME_REVERSED = re.compile(r"(?:s?p[tx]{2}h|gt|ppastahw)(?![A-Za-z0-9])", re.IGNORECASE)
_HOST_REVERSED = re.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}(?![\w.@-])")
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
_WHATSAPP_HOSTS = {"api.whatsapp.com", "web.whatsapp.com", "whatsapp.com", "wa.me"}


def may_hold(_: Cues) -> str:
    """What a text with a web address holds."""
    return r"://|[A-Za-z0-9-]\.[A-Za-z]{2}"


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
    last = 0
    for match in _ANCHOR.finditer(text):
        if match.start() < last:
            continue
        span = _schemed(text, match) if match.group() == "://" else _bare(text, match)
        if span is None or span[0] < last:
            continue
        last = span[1]
        read = _read(text[span[0] : span[1]], setting.region)
        if read is not None:
            yield Found(span[0], span[1], *read)


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
def _read(address: str, region: str | None) -> tuple[str, str, str, str, float] | None:
    """Kind, value, key, rule and confidence of an address."""
    written = address if "://" in address else f"http://{address}"
    try:
        parts = urlsplit(written)
        host = (parts.hostname or "").removeprefix("www.")
        query = dict(parse_qsl(parts.query, max_num_fields=100))
    except ValueError:
        return None
    if parts.scheme in ("tg", "whatsapp"):
        return _app_link(parts.scheme, host, query, region)
    if "." not in host.strip("."):
        return None
    if host in ("l.facebook.com", "lm.facebook.com", "l.instagram.com") and "://" in query.get(
        "u", ""
    ):
        return _read(query["u"], region)
    if host in _WHATSAPP_HOSTS and (number := _whatsapp_number(host, parts.path, query, region)):
        return "phone", number, f"phone:{number}", "wa.me", 0.98
    if host in _MAIL_HOSTS and not parts.path.strip("/"):
        return None
    return profile_links.read(host, parts.path, query, region) or _plain(host, parts)


def _app_link(
    scheme: str, action: str, query: dict[str, str], region: str | None
) -> tuple[str, str, str, str, float] | None:
    """Read an address that opens a messenger."""
    if number := _number(query.get("phone", ""), region):
        return "phone", number, f"phone:{number}", "wa.me" if scheme == "whatsapp" else "t.me", 0.98
    if scheme == "tg" and action == "resolve":
        return profile_links.read("t.me", f"/{query.get('domain', '')}", {}, region)
    if scheme == "tg" and action == "join":
        return profile_links.read("t.me", f"/+{query.get('invite', '')}", {}, region)
    return None


def _whatsapp_number(host: str, path: str, query: dict[str, str], region: str | None) -> str | None:
    """Find the number that a WhatsApp link opens a chat with."""
    steps = [step for step in path.split("/") if step]
    if host == "wa.me" and steps and steps[0] in ("c", "p"):
        steps = steps[-1:]
    if host == "wa.me" and steps:
        return _number(steps[0], region)
    return _number(query.get("phone", ""), region)


def _number(written: str, region: str | None) -> str | None:
    """Read a number in a messenger link: international by convention, with or without ``+``."""
    digits = re.sub(r"[\s().+-]|%20", "", written)
    if not (digits.isascii() and digits.isdigit()):
        return None
    if digits.startswith("0") and not digits.startswith("00"):
        return numbers.clean(digits, region)
    return numbers.clean("+" + digits.removeprefix("00"), None)


def _plain(host: str, parts: SplitResult) -> tuple[str, str, str, str, float]:
    """Write an address that is nothing but an address one way."""
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.match(name)
    ]
    value = host.removeprefix("m.") + parts.path.rstrip("/")
    if kept:
        value += "?" + urlencode(sorted(kept))
    return "url", value, f"url:{value}", "address", 0.95
