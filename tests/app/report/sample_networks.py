"""Three invented networks of a report: a merged one of 40 accounts, a split one, a new one."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

import igraph

SCRIPT = "<script>alert(1)</script>"
OVERRIDE = "abc\u202egnp.exe"
HOSTILE = (
    SCRIPT,
    OVERRIDE,
    '"><img src=https://evil.example/x onerror=alert(2)>',
    "{{ 7*7 }} #eval",
)
NAMES = (
    "林记鸟园", "ร้านนกสวนจตุจักร", "طيور الخليج للبيع", "चिड़िया बाज़ार दिल्ली", "🦜 Kicau Mania 🦜",
    "Toko Burung Pak Surya dan Keluarga Besar Cabang Kedua", *HOSTILE, "小王爬虫", "น้องแมวน้ำ",
    "متجر الصقور", "रंगीन तोते", "Ирина Попугаева", "앵무새 가게", "", "🐢🐢🐢", "M",
    "Nguyễn Thị Chim",
)  # fmt: skip
FIRST = ("Amber", "Bao", "Cato", "Dinda", "Eko", "Faro", "Gita", "Hana", "Ivo", "Jun", "Kemi",
         "Lior", "Mira", "Nilo", "Oma", "Pia", "Rafi", "Sora", "Tomi", "Uma")  # fmt: skip
LAST = ("Aviary", "Birds", "Exotics", "Nest")

MERGED, SPLIT, SPLIT_OFF, NEW = "C4e1f09aa", "C77b02c1d", "C1d9e88f0", "Ca03c5b6e"
ABSORBED = "C90ff21ce"


@dataclass
class Network:
    """One network: its accounts with their state, and its ties."""

    cluster: str
    label: str
    accounts: list[str]
    states: dict[str, tuple[bool, bool, str]]
    ties: list[dict[str, Any]] = field(default_factory=list)


def every_network() -> tuple[list[Network], dict[str, str]]:
    """Three networks and the names of their accounts, always the same."""
    draw = random.Random(8)
    names = [*NAMES, *(f"{first} {last}" for last in LAST for first in FIRST)]
    keys = [f"{('facebook', 'telegram', 'instagram')[n % 3]}:{5500 + n}" for n in range(len(names))]
    labels = dict(zip(keys, names, strict=True))
    merged = _network(draw, MERGED, "林记鸟园 and 39 more", keys[:6] + keys[20:54], changed=5)
    split = _network(draw, SPLIT, f"{SCRIPT} and 13 more", keys[6:20], changed=2)
    new = _network(draw, NEW, "Mira Nest and 5 more", keys[92:98], changed=6)
    return [merged, split, new], labels


def _network(
    draw: random.Random, cluster: str, label: str, accounts: list[str], *, changed: int
) -> Network:
    """A connected network whose last accounts are new, and some of whose first are not seen."""
    states = dict.fromkeys(accounts, (True, True, "active"))
    states |= dict.fromkeys(accounts[-changed:], (False, True, "active"))
    if len(accounts) > changed:
        states |= dict.fromkeys(accounts[1:4], (True, False, "gone"))
        states |= dict.fromkeys(accounts[4:6], (True, True, "unobserved"))
    found = Network(cluster, label, accounts, states)
    for n, account in enumerate(accounts[1:], start=1):
        for other in {draw.randrange(max(0, n - 5), n), draw.randrange(n)}:
            found.ties.append(_tie(found, accounts[other], account, draw))
    return found


def _tie(network: Network, a: str, b: str, draw: random.Random) -> dict[str, Any]:
    """A tie exists before and now where both its accounts do."""
    ends = [network.states[a], network.states[b]]
    return {
        "a": a,
        "b": b,
        "probability": round(draw.uniform(0.91, 1.0), 3),
        "before": all(before for before, _, _ in ends),
        "now": all(now for _, now, _ in ends),
    }


def picture(network: Network, labels: dict[str, str]) -> dict[str, Any]:
    """The network as the report's pictures hold it."""
    numbers = {account: n for n, account in enumerate(network.accounts)}
    graph = igraph.Graph(
        n=len(numbers), edges=[(numbers[tie["a"]], numbers[tie["b"]]) for tie in network.ties]
    )
    placed = graph.layout_kamada_kawai(seed=graph.layout_circle()).coords
    (left, top), (right, bottom) = (
        [pick(each) for each in zip(*placed, strict=True)] for pick in (min, max)
    )
    nodes = [
        {"account": account, "label": labels[account], "x": (x - left) / (right - left),
         "y": (y - top) / (bottom - top), "before": network.states[account][0],
         "now": network.states[account][1], "status": network.states[account][2]}
        for account, (x, y) in zip(network.accounts, placed, strict=True)
    ]  # fmt: skip
    return {"cluster": network.cluster, "nodes": nodes, "ties": network.ties}


def cluster(network: Network, labels: dict[str, str], **known: Any) -> dict[str, Any]:
    """The network as the report's clusters hold it."""
    members = [
        {"account": account, "label": labels[account], "status": status, "before": before,
         "now": now, "role": "supplier" if n == 0 else "member"}
        for n, (account, (before, now, status)) in enumerate(network.states.items())
    ]  # fmt: skip
    size = len(members)
    active = sum(member["status"] == "active" for member in members)
    return {"cluster": network.cluster, "label": network.label, "size": size, "active": active,
            "connectedness": 0.97, "status": "not assessed", "members": members,
            **known}  # fmt: skip
