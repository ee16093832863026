"""Where to look next: planted invitations, origins, handles and groups, ranked by who points."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from app.look_next import look_next
from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.own import declare
from ingest.tables import tables
from tests.builders import write_csv
from tests.ingest.readers.telegram.exports import chat, message, write

MEMBERS = pl.DataFrame({"account_key": [f"telegram:user{n}" for n in (1, 2, 3)]})
AS_OF = "2026-11-15"
FRESH = "invite:t.me/+FreshInvite01"
OLD = "invite:t.me/+OldInvite0001"


def said(number: int, account: int, day: str, text: str, **changed: str) -> dict[str, str]:
    return {
        "platform": "telegram", "post_id": str(number), "group_id": "100", "group_name": "Pasar",
        "account_id": str(account), "account_handle": f"seller_{account}",
        "posted_at": f"{day}T10:00:00Z", "text": text,
    } | changed  # fmt: skip


ROWS = [
    said(1, 1, "2026-11-15", "join https://t.me/+FreshInvite01"),
    said(2, 2, "2026-11-15", "here https://t.me/+FreshInvite01"),
    said(3, 2, "2026-11-14", "again https://t.me/+FreshInvite01"),
    said(4, 3, "2026-09-16", "join https://t.me/+OldInvite0001"),
    said(5, 3, "2026-11-10", "group https://t.me/c/100"),
    said(6, 1, "2026-11-12", "see t.me/hidden_shop and t.me/seller_9"),
    said(7, 2, "2026-11-12", "also t.me/seller_3 of ours"),
    said(8, 9, "2026-11-12", "I am seller nine, see t.me/stranger_shop"),
    said(14, 1, "2026-10-20", "cages", group_id="200", group_name="Quiet Market"),
    said(15, 2, "2026-10-25", "cages", group_id="200", group_name="Quiet Market"),
    said(16, 9, "2026-10-01", "cages", group_id="300", group_name="Nobody's"),
    said(17, 3, "2026-11-02", "cages", group_id="400", group_name="Fresh enough"),
]


def passed_on(number: int, account: int, day: str, text: str, origin: str) -> dict[str, Any]:
    moment = datetime.fromisoformat(f"{day}T10:00:00Z")
    return message(number, text, from_id=f"user{account}", forwarded_from=origin,
                   date_unixtime=str(int(moment.timestamp())))  # fmt: skip


FORWARDS = chat(
    passed_on(21, 1, "2026-11-13", "news", "Hornbill News"),
    passed_on(22, 2, "2026-11-13", "news", "hornbill  news"),
    passed_on(23, 1, "2026-11-13", "pasar", "Pasar"),
    passed_on(24, 1, "2026-11-13", "who", "Deleted Account"),
    passed_on(25, 9, "2026-11-13", "news", "Read By Strangers"),
    passed_on(26, 3, "2026-10-16", "join https://t.me/+PassedOn0001", "seller_9"),
    number=500,
)


def take_in(folder: Path) -> Workspace:
    workspace = open_workspace(folder / "workspace")
    files = [write_csv(folder / "1.csv", ROWS), write(folder / "2.json", FORWARDS)]
    assert not ingest(workspace, files, who="ana").failed
    ensure_derived(workspace, Archive(workspace))
    return workspace


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return take_in(tmp_path_factory.mktemp("next"))


def test_each_kind_is_found_where_it_was_planted_and_what_is_collected_is_not(
    market: Workspace,
) -> None:
    found = look_next(market, tables(market, AS_OF), MEMBERS)
    assert {(it["what"], it["value"]) for it in found} == {
        ("invite", FRESH),
        ("invite", OLD),
        ("invite", "invite:t.me/+PassedOn0001"),
        ("handle", "handle:telegram:hidden_shop"),
        ("forwarded from", "Hornbill News"),
        ("stale group", "telegram:group:200"),
    }


def test_yield_counts_accounts_and_fades(market: Workspace) -> None:
    found = look_next(market, tables(market, AS_OF), MEMBERS)
    by_value = {it["value"]: it for it in found}
    assert found[0] == {
        "what": "invite", "value": FRESH, "yield": 2.0, "posts": 3, "accounts": 2,
        "why": "2 accounts of clusters published or passed on this invitation, last on 15 Nov "
        "2026; the group behind it is not known to be collected.",
    }  # fmt: skip
    assert by_value[OLD]["yield"] == 0.25
    assert by_value["invite:t.me/+PassedOn0001"]["yield"] == 0.5
    quiet = by_value["telegram:group:200"]
    assert (quiet["accounts"], quiet["posts"]) == (2, 2)
    assert "25 Oct 2026" in quiet["why"]
    assert by_value["Hornbill News"]["accounts"] == 2
    assert [it["yield"] for it in found] == sorted((it["yield"] for it in found), reverse=True)
    assert look_next(market, tables(market, AS_OF), MEMBERS, most=2) == found[:2]


def test_nobody_is_to_be_written_to(market: Workspace) -> None:
    for found in look_next(market, tables(market, AS_OF), MEMBERS):
        assert found["why"].endswith(".")
        assert not {"contact", "write", "message", "ask", "join"} & set(found["why"].split())


def test_as_of_before_it_was_known(market: Workspace) -> None:
    found = look_next(market, tables(market, "2026-10-20"), MEMBERS)
    values = {it["value"] for it in found}
    assert values == {OLD, "invite:t.me/+PassedOn0001", "telegram:group:100"}


def test_without_clusters_there_is_nowhere_to_look(market: Workspace) -> None:
    assert look_next(market, tables(market, AS_OF), MEMBERS.head(0)) == []


def test_our_own_side_points_nowhere(tmp_path: Path) -> None:
    workspace = take_in(tmp_path)
    declare(workspace, ["telegram:user3"], own=True, why=None, who="ana")
    found = look_next(workspace, tables(workspace, AS_OF), MEMBERS)
    assert OLD not in {it["value"] for it in found}
