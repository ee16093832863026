"""Small worlds in time: posts with the day they are dated and the day they were learnt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import polars as pl

from graph.derived_records import DETAILS, STATEMENTS, TAXA
from graph.dossier.tables import INTERACTIONS, ROLES
from graph.lifecycle.account import AccountState, account_events
from graph.lifecycle.presence import presence_of
from graph.lifecycle.traces import traces_of
from graph.tables import NAMES, SEEN, Tables
from tests.graph.tables_made import MEMBERSHIPS, made, on, post, table

HOME = "telegram:group:1"
OTHER = "telegram:group:2"
ME = "telegram:user1"
MEMBERS = pl.Schema(dict.fromkeys(("cluster_id", "account_key", "role"), pl.String()))

Row = dict[str, Any]


def said(
    day: float, by: str = ME, *, place: str | None = HOME, learnt: float | None = None, **more: Any
) -> Row:
    """One post, known from its day on unless it was learnt later.

    ``detail``, ``taxon`` and ``price`` are what it shows.
    """
    known = day if learnt is None else learnt
    return {"day": day, "by": by, "place": place, "learnt": known, "text": "words", **more}


def regularly(days: Iterable[float], by: str = ME, **more: Any) -> list[Row]:
    """Posts on several days."""
    return [said(day, by, **more) for day in days]


def crowd(days: int = 400, place: str = HOME, **more: Any) -> list[Row]:
    """Somebody else's posts on every day, by which a place was observed."""
    return regularly(range(days), f"telegram:crowd{place[-1]}", place=place, **more)


def known(rows: list[Row], day: int, **more: Any) -> Tables:
    """What was known by the end of a day."""
    told = [{**row, "key": f"post:telegram:{row['by']}/{row['place']}/{row['day']:08.3f}"}
            for row in rows if row["learnt"] <= day and row["day"] <= day]  # fmt: skip
    posts = [post(row["key"], row["by"], row["text"], day=row["day"], group_key=row["place"])
             for row in told]  # fmt: skip
    shown = [{"account_key": row["by"], "post_key": row["key"], "seen_at": on(row["day"]),
              "confidence": 0.9, **row} for row in told]  # fmt: skip
    frame = made(posts=posts)
    tables = replace(
        frame,
        as_of=end_of(day).date().isoformat(),
        details=table(DETAILS, [{**row, "detail_key": row["detail"]} for row in shown
                                if row.get("detail")]),
        taxa=table(TAXA, [{**row, "taxon_key": row["taxon"]} for row in shown if row.get("taxon")]),
        statements=table(STATEMENTS, [
            {**row, "fact": "price", "amount": float(row["price"]), "unit": "IDR"}
            for row in shown if row.get("price")
        ]),
        seen=_seen(frame.posts),
    )  # fmt: skip
    return replace(tables, **more)


def end_of(day: int) -> datetime:
    """The last moment of a day."""
    return datetime.combine(on(day).date(), time.max, tzinfo=UTC)


def state(
    tables: Tables, *, role: str = "member", roles: Iterable[Row] = (), turns: Iterable[Row] = ()
) -> AccountState:
    """What was known of accounts; `ME` is the member of a cluster."""
    end = datetime.combine(datetime.fromisoformat(tables.as_of), time.max, tzinfo=UTC)
    return AccountState(
        end=end,
        presence=presence_of(tables),
        traces=traces_of(tables),
        members=table(MEMBERS, [{"cluster_id": "C1", "account_key": ME, "role": role}]),
        roles=table(ROLES, roles),
        interactions=table(INTERACTIONS, turns),
    )


def between(
    rows: list[Row], first: int, last: int, *, accounts: Iterable[str] = (ME,)
) -> pl.DataFrame:
    """Events of accounts between two days."""
    now = known(rows, last)
    return account_events(state(known(rows, first)), state(now), set(accounts), now)


def kinds(events: pl.DataFrame) -> list[str]:
    """Kinds of events, by name."""
    return sorted(events["kind"])


def left(by: str, *groups: str, day: float) -> pl.DataFrame:
    """Memberships that ended on a day."""
    return table(MEMBERSHIPS, [
        {"account_key": by, "group_key": group, "left_at": on(day)} for group in groups
    ])  # fmt: skip


def described(by: str, bio: str, first: float, last: float) -> Row:
    """One description of an account."""
    return {"account_key": by, "platform": "telegram", "bio": bio, "first_seen": on(first),
            "last_seen": on(last)}  # fmt: skip


def names(*rows: Row) -> pl.DataFrame:
    """Descriptions of accounts."""
    return table(NAMES, rows)


def _seen(posts: pl.DataFrame) -> pl.DataFrame:
    """On which days accounts posted where."""
    return (
        posts.group_by("account_key", "platform", "group_key", day=pl.col("posted_at").dt.date())
        .agg(
            posts=pl.len().cast(pl.Int64),
            first_at=pl.col("posted_at").min(),
            last_at=pl.col("posted_at").max(),
        )
        .select(pl.col(name).cast(kind) for name, kind in SEEN.items())
    )


def shown_in_description(by: str, detail: str, raw: str, day: float) -> pl.DataFrame:
    """A contact detail in an account's own description."""
    row = {"account_key": by, "detail_key": detail, "raw": raw, "confidence": 0.9}
    return table(DETAILS, [{**row, "seen_at": on(day)}])
