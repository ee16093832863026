"""What a person means by the value of a watch, written as the archive writes it."""

from __future__ import annotations

import re
from collections.abc import Callable

import polars as pl

from graph import keys
from graph.errors import UsageError
from graph.workspace import Workspace
from ingest.extract.by_hand import extract_by_hand
from ingest.extract.folding import unify
from ingest.extract.names.folded import fold_name
from ingest.extract.taxa.taxon import PREFIX
from ingest.extraction import extractor_of
from ingest.own import own_key
from ingest.screened import Screened
from ingest.tables import known_details
from ingest.watches.kept import ACCOUNT, DETAIL, GROUP, TAXON, TERM

LONGEST = 300
LEAST_DIGITS = 5
SHOWN = 5
_GROUP = re.compile(r"(?P<platform>[^\W_][\w.-]*):group:(?P<id>\S(?:.*\S)?)")
_SCIENTIFIC = re.compile(r"[A-Z][a-z]+(?: [a-z][a-z-]+){0,2}")
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_NUMBER = re.compile(r"[\d\s().+/-]+")


def watched_value(workspace: Workspace, kind: str, given: str) -> str:
    """Write what is to be watched as the archive does.

    Parameters
    ----------
    workspace : Workspace
    kind : str
        ``account``, ``detail``, ``term``, ``taxon`` or ``group``; a cluster is known by its
        members.
    given : str
        A key; a contact detail in any writing that is found in texts; a taxon by any of its
        names; words.

    Returns
    -------
    str
        A key, or words without needless blanks. Nothing need have it yet.

    Raises
    ------
    UsageError
        If it is nothing of that kind, or may be several things: a telephone number without a
        country that no, or more than one, known number ends in, say.
    """
    text = given.strip()
    if not text or len(text) > LONGEST or _STEERING.search(text):
        raise UsageError(
            f"'{text[:100]}' cannot be watched; give a value of {LONGEST} characters at most."
        )
    return _WRITERS[kind](workspace, text)


def is_met(workspace: Workspace, kind: str, value: str) -> bool:
    """Whether any source that was not withdrawn speaks of an account, contact detail or group.

    Parameters
    ----------
    workspace : Workspace
    kind : str
        ``account``, ``detail`` or ``group``; anything else counts as met.
    value : str
        As `watched_value` writes it.
    """
    if kind == DETAIL:
        return value in known_details(workspace)
    if kind not in (ACCOUNT, GROUP):
        return True
    archive = Screened(workspace)
    if kind == ACCOUNT:
        value = archive.handles.accounts.get(value, value)
    else:
        value = archive.handles.groups.get(value, value)
    return any(
        archive.all_records(table)
        .filter(pl.col(f"{kind}_key") == value)
        .select(pl.len() > 0)
        .collect()
        .item()
        for table in (f"{kind}s", "posts", "memberships")
    )


def _account(_: Workspace, text: str) -> str:
    """Write the key of an account."""
    found = None if ":group:" in text else own_key(text)
    if found is None or keys.is_detail(found):
        raise UsageError(
            f"'{text[:100]}' is not the key of an account; give one such as telegram:user123, or "
            "watch it as a detail."
        )
    platform, name = found.split(":", 1)
    return keys.account_by_handle(platform, name) if name.startswith("@") else found


def _group(_: Workspace, text: str) -> str:
    """Write the key of a group."""
    match = _GROUP.fullmatch(text)
    if match is None:
        raise UsageError(
            f"'{text[:100]}' is not the key of a group; give one such as telegram:group:9."
        )
    platform, native = keys.platform(match["platform"]), match["id"]
    if native.startswith("@"):
        return keys.group_by_handle(platform, native)
    return keys.group(platform, native)


def _detail(workspace: Workspace, text: str) -> str:
    """Write the key of a contact detail, however it is written."""
    if keys.is_detail(text) or text.partition(":")[0] in keys.OWN_KIND:
        return own_key(text)
    row = {"key": ["1"], "contact": [text], "platform": [None]}
    told = pl.DataFrame(row, schema=dict.fromkeys(row, pl.String))
    found = extract_by_hand(told, None, extractor_of(workspace))
    understood = found.filter(~pl.col("kind").is_in(["other", "unresolved"]))["detail_key"]
    if len(understood) == 1:
        return str(understood.item())
    if len(understood) > 1:
        raise UsageError(f"'{text}' holds {', '.join(understood)}; watch them one by one.")
    return _by_digits(workspace, text)


def _by_digits(workspace: Workspace, text: str) -> str:
    """Find the one known number that ends in these digits."""
    digits = re.sub(r"\D", "", unify(text)).lstrip("0")
    is_number = _NUMBER.fullmatch(unify(text)) is not None
    if not is_number or len(digits) < LEAST_DIGITS or "+" in text:
        raise UsageError(
            f"'{text[:100]}' is no contact detail that can be told; write it as +62 812…, "
            "handle:telegram:name, bank:ID:BCA:1234567890 or an address."
        )
    ending = [key for key in known_details(workspace) if key.endswith(digits)]
    if len(ending) == 1:
        return ending[0]
    if ending:
        which = ", ".join(ending[:SHOWN])
        raise UsageError(
            f"'{text}' may be {which}{'' if len(ending) <= SHOWN else ', …'}; say which."
        )
    raise UsageError(
        f"'{text}' names no country, and no known number ends in it; write it as +62 812…."
    )


def _taxon(workspace: Workspace, text: str) -> str:
    """Write the key of a taxon, by any name of it."""
    taxa = extractor_of(workspace).taxa
    name = text.removeprefix(PREFIX)
    if taxa.taxon(f"{PREFIX}{name}") is not None:
        return f"{PREFIX}{name}"
    meant = sorted({str(row["taxon_key"]) for row in taxa.meanings(name) if row["taxon_key"]})
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise UsageError(f"'{name}' may be {', '.join(meant)}; say which.")
    if _SCIENTIFIC.fullmatch(name):
        return f"{PREFIX}{name}"
    raise UsageError(
        f"'{name}' is no name of a taxon here; give its scientific name, or watch it as a term."
    )


def _term(_: Workspace, text: str) -> str:
    """Write words without needless blanks."""
    if not fold_name(text):
        raise UsageError(f"'{text}' has no letter, digit or picture that could be found in a text.")
    return " ".join(text.split())


_WRITERS: dict[str, Callable[[Workspace, str], str]] = {
    ACCOUNT: _account, DETAIL: _detail, TERM: _term, TAXON: _taxon, GROUP: _group,
}  # fmt: skip
