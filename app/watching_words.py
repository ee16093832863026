"""What turned up of what is watched, in sentences and excerpts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.literal import shortened
from ingest.watches import CLUSTER, DETAIL, TAXON, TERM, Watch
from ingest.watches.names import called

if TYPE_CHECKING:
    import polars as pl

    from app.watching_clusters import Follow
    from graph.workspace import Workspace

LONGEST = 200
LONGEST_NAME = 60


@dataclass(frozen=True)
class Hit:
    """Something watched that turned up.

    Attributes
    ----------
    watch, kind, value : str
        The watch (``W1``), its kind, and what it is about.
    what : str
        What happened, in a sentence.
    post : str or None
        Key of the post; null: the description of an account, or a new member.
    account : str or None
    at : str or None
        When it was posted, else known (UTC, ISO 8601); of a new member, the day of the snapshot.
    text : str or None
        An excerpt of 200 characters at most, around what was found; our own side is hidden.
    """

    watch: str
    kind: str
    value: str
    what: str
    post: str | None
    account: str | None
    at: str | None
    text: str | None


def said_of(workspace: Workspace, follow: Follow, shown: pl.DataFrame) -> list[Hit]:
    """Say what turned up.

    Parameters
    ----------
    workspace : Workspace
    follow : Follow
        What is watched, and who is new in watched clusters.
    shown : polars.DataFrame
        `ingest.watches.finding.ARRIVED`.

    Returns
    -------
    list of Hit
        New members first, then in the order of the table.
    """
    keys = [*shown["account_key"].drop_nulls(), *shown["group_key"].drop_nulls()]
    names = called(workspace, [*keys, *(account for _, account, _ in follow.joined)])
    by_number = {each.watch: each for each in follow.watches}
    joined = [
        _joined(by_number[number], account, cluster, names, follow.as_of)
        for number, account, cluster in follow.joined
    ]
    return joined + [
        _turned_up(by_number[row["watch"]], row, names) for row in shown.iter_rows(named=True)
    ]


def excerpt(text: str | None, raw: str | None) -> str | None:
    """Cut a text to one line of 200 characters at most, around what was found in it.

    Parameters
    ----------
    text : str or None
    raw : str or None
        What was found; where it does not stand there any more, the beginning is shown.
    """
    if text is None:
        return None
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    place = line.find(" ".join((raw or "").split()))
    start = max(0, min(place - LONGEST // 3, len(line) - LONGEST + 1))
    if start == 0:
        return shortened(line, LONGEST)
    return shortened(f"…{line[start:]}", LONGEST)


def _joined(
    watched: Watch, account: str, cluster: str, names: dict[str, str], as_of: str | None
) -> Hit:
    """Say that an account belongs to a watched cluster now."""
    now = "" if cluster == watched.value else f", now {cluster}"
    return Hit(
        watch=watched.watch,
        kind=watched.kind,
        value=watched.value,
        what=f"{_name(account, names)} may belong to the watched cluster {watched.value}{now}, "
        "where it was not found before.",
        post=None,
        account=account,
        at=as_of,
        text=None,
    )


def _turned_up(watched: Watch, row: dict[str, Any], names: dict[str, str]) -> Hit:
    """Say what a post, or a description, has to do with a watch."""
    at: datetime | None = row["posted_at"] or row["known_at"]
    return Hit(
        watch=watched.watch,
        kind=watched.kind,
        value=watched.value,
        what=_sentence(watched, row, names),
        post=row["post_key"],
        account=row["account_key"],
        at=at.isoformat() if at else None,
        text=excerpt(row["text"], row["raw"]),
    )


def _sentence(watched: Watch, row: dict[str, Any], names: dict[str, str]) -> str:
    """Say in a sentence what turned up."""
    who = _name(row["account_key"], names)
    where = f" in {_name(row['group_key'], names)}" if row["group_key"] else ""
    raw = shortened(" ".join((row["raw"] or "").split()), LONGEST_NAME)
    if row["post_key"] is None:
        return f"{who} has {watched.value} in its description, written “{raw}”."
    if watched.kind == DETAIL:
        return f"{who} posted {watched.value}{where}, written “{raw}”."
    if watched.kind == TERM:
        return f"{who} wrote “{raw}”{where}."
    if watched.kind == TAXON:
        taxon = watched.value.partition(":")[2]
        return f"{who} named {taxon}, or what belongs to it, as “{raw}”{where}."
    if watched.kind == CLUSTER:
        return f"{who}, of the watched cluster {watched.value}, posted{where}."
    return f"{who} posted{where}."


def _name(key: str | None, names: dict[str, str]) -> str:
    """Call an account or group by its name, else its key; nobody where the source names none."""
    if key is None:
        return "Somebody not named"
    return shortened(" ".join(names.get(key, key).split()), LONGEST_NAME) or key
