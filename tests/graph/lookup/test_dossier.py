"""A cluster's dossier and who turned to whom, read back as they were written."""

from __future__ import annotations

from graph.lookup.accounts import find_account
from graph.lookup.clusters import find_cluster
from graph.lookup.trades import count_trades, list_trades
from graph.store import GraphStore

SNAPSHOT = "2026-06-30-aaaa"


def test_a_cluster_is_read_with_its_dossier(store: GraphStore) -> None:
    found = find_cluster(store, SNAPSHOT, "Cring")
    assert found is not None
    (hold,) = found.dossier.held("tie")
    assert (hold.parts, hold.accounts) == ((2, 1), ("facebook:1", "facebook:2"))
    assert found.dossier.held("cut") == ()
    (role,) = found.dossier.roles
    assert (role.role, role.rank_low, role.rank_high, role.of) == ("vouched for", 1, 2, 3)
    by_name = {each.name: each for each in found.dossier.alternatives}
    assert list(by_name) == ["family", "rescue"]
    assert (by_name["family"].speaks_for, by_name["family"].against) == ((), ())
    assert by_name["rescue"].speaks_for[0].sentence == "for it."
    assert by_name["rescue"].against[0].posts == ("post:facebook:3",)
    assert {(each.betweenness, each.constraint, each.core) for each in found.members} == {
        (0.5, 0.75, 1)
    }
    (trade,) = found.trades
    assert (trade.from_key, trade.to_key, trade.times) == ("facebook:1", "facebook:2", 3)
    pair = find_cluster(store, SNAPSHOT, "Cpair")
    assert pair is not None
    assert (pair.dossier.holds, pair.dossier.roles, pair.trades) == ((), (), ())


def test_interaction_is_seen_from_both_ends_with_its_direction(store: GraphStore) -> None:
    (out,) = list_trades(store, "facebook:1")
    assert (out.account_key, out.is_outgoing, out.times) == ("facebook:2", True, 3)
    assert [turn.kind for turn in out.turns] == ["transfer", "reply"]
    assert out.turns[1].posts == ("post:facebook:1",)
    assert out.turns[0].first_seen == "2026-06-01T00:00:00Z"
    (back,) = list_trades(store, "facebook:2")
    assert (back.account_key, back.is_outgoing) == ("facebook:1", False)
    assert [count_trades(store, f"facebook:{key}") for key in (1, 2, 3, 404)] == [1, 1, 0, 0]
    assert list_trades(store, "facebook:1", skip=1) == []
    account = find_account(store, "facebook:1")
    assert account is not None
    assert account.trades == [out]
