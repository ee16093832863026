from __future__ import annotations

from graph.lookup.hubs import Hub, count_hubs, list_hubs
from graph.results import write_results
from graph.store import GraphStore
from tests.graph.planted_graph import COURIER, RING_PHONE, detection


def test_hubs_fall_by_probability(store: GraphStore) -> None:
    write_results(store, detection(hubs={RING_PHONE: 0.3, COURIER: 0.97}))
    reasons = ("6 accounts publish it.",)
    courier = Hub(COURIER, "phone", "+12025550199", 0.97, 6, reasons)
    assert list_hubs(store) == [courier, Hub(RING_PHONE, "phone", "+12025550101", 0.3, 6, reasons)]
    assert list_hubs(store, least_probability=0.5) == [courier]
    assert count_hubs(store, least_probability=0.5) == 1
    assert [each.key for each in list_hubs(store, skip=1, limit=5)] == [RING_PHONE]
    assert count_hubs(store) == 2
