"""A full weekly report and an empty one, as `report.json` holds them. All of it is invented.

The phone numbers are of the range kept free for fiction, the addresses of example domains.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.app.report import sample_changes, sample_networks
from tests.app.report.sample_changes import NUMBER, POSTS
from tests.app.report.sample_networks import ABSORBED, MERGED, NEW, SPLIT, SPLIT_OFF

OVERDUE = "https://social.example/p/"


def full_report() -> dict[str, Any]:
    """A week in which much happened; the same at every call."""
    networks, names = sample_networks.every_network()
    return {
        **_frame(),
        "summary": [
            "Two clusters that were apart until last week have merged into one of 40 accounts.",
            "A cluster of 14 accounts has split in two after its link was last seen on 29 October.",
            "A cluster of 6 accounts that offers box turtles was seen for the first time.",
            "Two new accounts may be successors of accounts not seen since October, cause unknown.",
            "Two places could not be observed this week; nothing is said to have ended there.",
        ],
        "figures": {"clusters_ever": 46, "clusters_active": 31, "accounts_active": 612,
                    "accounts_unobserved": 84, "accounts_gone": 139, "posts": 71204,
                    "posts_before": 68310},
        "events": sample_changes.of_clusters(networks),
        "account_events": sample_changes.of_accounts(networks),
        "group_events": sample_changes.of_groups(),
        "unsure": sample_changes.unsure(),
        "sellers": {
            "new": {"accounts": 7, "named": list(networks[0].accounts[:7])},
            "gone": {"accounts": 3, "named": []},
            "back": {"accounts": 1, "named": []},
        },
        "listings": [
            {"platform": "etsy", "before": 438, "now": 215, "appeared": 3, "not_seen": 226},
        ],
        "coverage": _coverage(),
        "watch_hits": _watch_hits(),
        "clusters": [
            sample_networks.cluster(
                networks[0], names, taxa=["Siskin", "Bulbul", "White-rumped shama"], offers=212,
                value="Asked for in all: about 41,000 US dollars, from 180 of 212 offers."),
            sample_networks.cluster(
                networks[1], names, taxa=["Leaf gecko"], offers=9,
                value="Asked for in all: about 2,100 US dollars, from 6 of 9 offers."),
            sample_networks.cluster(networks[2], names, taxa=[], offers=0, value=None),
        ],
        "pictures": [sample_networks.picture(network, names) for network in networks],
        "lineage": _lineage(),
        "timelines": _timelines(),
        "labels": {**names, **_labels()},
        "preserve_now": [
            {"post": post, "url": f"{OVERDUE}{n}" if n != 2 else None,
             "account": networks[0].accounts[n], "posted_at": f"2026-11-{9 + n:02d}T10:00:00Z",
             "why": "It is the only post that shows the number on both sides." if n == 0 else
             "It is cited above and was never captured."}
            for n, post in enumerate(POSTS[:5])
        ],
        "look_next": [
            {"what": "invite", "value": "https://chat.example/invite/AbC123", "why": "Posted by "
             "nine accounts of two clusters; never visited.", "yield": 23.5, "posts": 41,
             "accounts": 9},
            {"what": "forwarded from", "value": "telegram:group:8802", "why": "Thirty posts were "
             "forwarded from it; it is not collected.", "yield": 12.0, "posts": 30, "accounts": 12},
            {"what": "stale group", "value": "facebook:group:8803", "why": "Last observed five "
             "weeks ago.", "yield": 8.2, "posts": 120, "accounts": 33},
            {"what": "handle", "value": "handle:telegram:niao_88", "why": "Named by four accounts; "
             "no account of that handle was seen.", "yield": 3.1, "posts": 6, "accounts": 4},
        ],
        "method": [
            {"heading": "What is compared", "text": "What was known by the end of 8 November 2026 "
             "with what was known by the end of 15 November 2026, with the same calibration."},
            {"heading": "What a change is", "text": "A change is reported when it holds in at "
             "least nine of ten runs on resampled evidence."},
        ],
    }  # fmt: skip


def empty_report() -> dict[str, Any]:
    """A week without anything of note, of a workspace that holds next to nothing."""
    lists = ("events", "account_events", "group_events", "unsure", "watch_hits", "clusters",
             "pictures", "timelines", "preserve_now", "look_next", "method")  # fmt: skip
    return {
        **_frame(),
        "handling": None,
        "baseline": None,
        "summary": ["Nothing of note this week."],
        "figures": dict.fromkeys(
            ("clusters_ever", "clusters_active", "accounts_active", "accounts_unobserved",
             "accounts_gone", "posts", "posts_before"), 0),
        **{name: [] for name in lists},
        "sellers": {name: {"accounts": 0, "named": []} for name in ("new", "gone", "back")},
        "listings": [],
        "coverage": {"places": [], "caveats": []},
        "lineage": {"days": [], "clusters": [], "flows": []},
        "labels": {},
    }  # fmt: skip


def _frame() -> dict[str, Any]:
    """What every report begins with."""
    return {"title": "What changed in week 46 of 2026", "baseline": "2026-11-08-a1b2c3",
            "period": {"from": "2026-11-08", "to": "2026-11-15", "week": "2026-W46"},
            "snapshot": "2026-11-15-d4e5f6", "as_of": "2026-11-15", "calibration": "1.2.0",
            "settings": {"method": "leiden-cpm", "resolution": 0.01, "threshold": 0.9, "seed": 1,
                         "layers": ["contact_detail", "paper"], "threshold_bits": None},
            "handling": "TLP:AMBER", "made_at": "2026-11-16T06:00:00Z",
            "made_by": "Analyst Example"}  # fmt: skip


def _coverage() -> dict[str, Any]:
    """Places observed, new and not observed."""
    rows = [
        ("telegram:group:8801", "Kicau Pagi II", 0, 412, "2026-11-15", "new"),
        ("facebook:group:8804", "ตลาดนกกรุงเทพ", 1210, 1198, "2026-11-15", "observed"),
        ("facebook:group:8805", "سوق الطيور", 830, 902, "2026-11-14", "observed"),
        ("facebook:group:8803", "<b>Birds</b> & more", 340, 0, "2026-10-11", "not observed"),
        ("platform:wechat", "WeChat, posts outside of groups", 77, 0, None, "not observed"),
    ]
    names = ("place", "name", "posts_before", "posts", "last_observed", "status")
    return {
        "places": [dict(zip(names, row, strict=True)) for row in rows],
        "caveats": ["Two of five places were not observed this week: accounts there are "
                    "unobserved, and nothing is said to have ended.",
                    "Kicau Pagi II was collected for the first time; what it shows is coverage, "
                    "not growth."],
    }  # fmt: skip


def _watch_hits() -> list[dict[str, Any]]:
    """Hits of two watches."""
    return [
        {"watch": "w1", "kind": "detail", "value": NUMBER, "what": "published", "post": POSTS[0],
         "account": "facebook:7010", "at": "2026-11-11T08:30:00Z",
         "text": "Siskin jinak, WA (202) 555-0143 <b>ready</b>"},
        {"watch": "w2", "kind": "term", "value": "หงส์แดง", "what": "used", "post": POSTS[6],
         "account": "telegram:7011", "at": "2026-11-12T19:04:00Z", "text": "มี หงส์แดง พร้อมส่ง"},
    ]  # fmt: skip


def _lineage() -> dict[str, Any]:
    """Six weeks of five clusters: one merges into another, one splits, one begins."""
    days = [(date(2026, 10, 11) + timedelta(weeks=n)).isoformat() for n in range(6)]
    sizes = {
        MERGED: [24, 25, 27, 28, 28, 40],
        ABSORBED: [5, 5, 6, 7, 7, 0],
        SPLIT: [12, 13, 14, 14, 14, 6],
        SPLIT_OFF: [0, 0, 0, 0, 0, 5],
        NEW: [0, 0, 0, 0, 0, 6],
    }
    flows = [
        {"day": day, "from": name, "to": name, "accounts": min(size[day : day + 2])}
        for name, size in sizes.items()
        for day in range(5)
        if all(size[day : day + 2])
    ]
    return {
        "days": days,
        "clusters": [
            {"day": day, "cluster": name, "size": size[day]}
            for name, size in sizes.items()
            for day in range(6)
            if size[day]
        ],
        "flows": [*flows, {"day": 4, "from": ABSORBED, "to": MERGED, "accounts": 7},
                  {"day": 4, "from": SPLIT, "to": SPLIT_OFF, "accounts": 5}],
    }  # fmt: skip


def _timelines() -> list[dict[str, Any]]:
    """Twelve weeks of three clusters; some were not observed."""
    weeks = [f"2026-W{35 + n}" for n in range(12)]
    return [
        {"cluster": MERGED, "weeks": weeks, "observed": [n not in (4, 5) for n in range(12)],
         "posts": [31, 40, 38, 52, 0, 3, 47, 60, 55, 71, 83, 142]},
        {"cluster": SPLIT, "weeks": weeks, "observed": [n != 11 for n in range(12)],
         "posts": [9, 12, 4, 8, 11, 10, 7, 15, 9, 6, 2, 0]},
        {"cluster": NEW, "weeks": weeks, "observed": [True] * 12, "posts": [0] * 11 + [19]},
    ]  # fmt: skip


def _labels() -> dict[str, str]:
    """Names of what is not in a picture: accounts, groups, details, posts, clusters."""
    posts = {post: f"{sample_networks.SCRIPT if n == 4 else 'Rafi Birds'}, {1 + n % 15} Nov 2026"
             for n, post in enumerate(POSTS)}  # fmt: skip
    others = {f"{platform}:{number}": f"Seller {number}" for number in range(7001, 7013)
              for platform in ("facebook", "telegram")}  # fmt: skip
    return {
        **posts,
        **others,
        "facebook:7010": "طيور الخليج ٢",
        "telegram:7011": "小王爬虫二号",
        NUMBER: "+1 202 555 0143",
        "taxon:Cuora amboinensis": "Southeast Asian box turtle",
        "telegram:group:8800": "Kicau Pagi",
        "telegram:group:8801": "Kicau Pagi II",
        "telegram:group:8802": "🐦 Pasar <i>Burung</i>",
        "facebook:group:8803": "<b>Birds</b> & more",
        "handle:telegram:niao_88": "@niao_88",
        ABSORBED: "Rafi Birds and 6 more",
        SPLIT_OFF: "Ivo Aviary and 4 more",
    }
