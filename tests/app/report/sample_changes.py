"""The invented changes of a report: every kind of event, with sentences that name them."""

from __future__ import annotations

from typing import Any

from tests.app.report.sample_networks import (
    ABSORBED,
    MERGED,
    NEW,
    SCRIPT,
    SPLIT,
    SPLIT_OFF,
    Network,
)

POSTS = [f"post:facebook:90{n:02d}" for n in range(40)]
NUMBER = "phone:+12025550143"
ADDRESS = "email:birds@example.org"
FOUND = "C6f6e3d21"
UNCHANGED = ("C2b2b2b2b", "C2b2b2b2c", "C2b2b2b2d")


def event(kind: str, cluster: str, sentence: str, **more: Any) -> dict[str, Any]:
    """An event of a cluster; what is not given is empty."""
    return {"kind": kind, "cluster": cluster, "from": [cluster], "to": [cluster],
            "accounts_added": [], "accounts_removed": [], "accounts_back": [], "accounts_found": [],
            "cause": "activity", "share_of_runs": 0.98, "surprise": 6.0, "notable": True,
            "sentence": sentence, "why": [], "posts": [], **more}  # fmt: skip


def of_clusters(networks: list[Network]) -> list[dict[str, Any]]:
    """Events of clusters, the most surprising first."""
    merged, split, new = (network.accounts for network in networks)
    return [
        event("merged", MERGED, "Two clusters that were apart until last week have merged: "
              "the 28 accounts of 林记鸟园 and the 7 of Rafi Birds, with 5 new accounts.",
              **{"from": [MERGED, ABSORBED]}, accounts_added=merged[-5:],
              accounts_removed=merged[1:4], surprise=21.4, share_of_runs=1.0, posts=POSTS[:3],
              why=["The phone number +1 202 555 0143 was published on both sides for the first "
                   "time on 11 November 2026.",
                   "Four advertisements on one side repeat the other’s wording almost word for "
                   "word."]),
        event("split", SPLIT, f"The cluster of {SCRIPT} has split in two; three of its accounts "
              "have not been seen since 29 October 2026.", to=[SPLIT, SPLIT_OFF],
              accounts_removed=split[1:4], surprise=17.9, posts=POSTS[3:5],
              why=["The only account that joined both halves has not been seen since 29 October "
                   "2026; its places were observed."]),
        event("formed", NEW, "A cluster of 6 accounts was seen for the first time.",
              **{"from": []}, accounts_added=new, surprise=14.2, share_of_runs=0.95,
              posts=POSTS[5:9],
              why=["All six published the same bank account within three days.",
                   "Five of them offer the same three species at the same prices."]),
        event("reappeared", "C5522aa01", "A cluster of 9 accounts is active again after 11 weeks "
              "without a post.", accounts_back=["facebook:7001", "facebook:7002"], surprise=11.0,
              posts=POSTS[9:10], why=["Its groups were observed in 10 of the 11 weeks."]),
        event("grown", "Cbb10c0de", "A cluster grew from 11 to 17 accounts.",
              accounts_added=["facebook:7003", "telegram:7004"], surprise=8.6, posts=POSTS[10:12],
              why=["Six accounts published its e-mail address birds@example.org."]),
        event("dissolved", "C0dd1e5e7", "A cluster of 5 accounts is not active any more: none of "
              "them was seen, although their places were observed.", to=[],
              accounts_removed=["facebook:7005"], surprise=7.7,
              why=["Its last post is of 18 October 2026."]),
        event("shrunk", "C31aa9b7c", "A cluster shrank from 12 to 8 active accounts.",
              accounts_removed=["telegram:7006"], surprise=7.1, posts=POSTS[12:13]),
        event("continued", FOUND, f"Cluster {FOUND} goes on; 2 accounts of it became known through "
              "groups that were collected for the first time: coverage, not growth.",
              accounts_found=["facebook:7007", "facebook:7008"], cause="evidence", surprise=0.0,
              notable=False, why=["Both publish the e-mail address birds@example.org."],
              posts=POSTS[13:14]),
        event("shrunk", "C8c8d1e2f", "A cluster lost 2 accounts because an analyst rejected a tie.",
              cause="judgement", surprise=2.0, notable=False),
        *(event("continued", name, f"Cluster {name} goes on.", cause="evidence", surprise=0.0,
                notable=False) for name in UNCHANGED),
    ]  # fmt: skip


def account_event(kind: str, account: str, sentence: str, **more: Any) -> dict[str, Any]:
    """An event of an account; what is not given is empty."""
    return {"kind": kind, "account": account, "of": None, "cluster": None, "value": None,
            "at": "2026-11-11T08:30:00Z", "score": None, "sentence": sentence, "reasons": [],
            "posts": [], "surprise": 5.0, "notable": True, **more}  # fmt: skip


def of_accounts(networks: list[Network]) -> list[dict[str, Any]]:
    """Events of accounts, the most surprising first."""
    merged, split, _ = (network.accounts for network in networks)
    return [
        account_event("successor", "facebook:7010", "طيور الخليج ٢ may be the successor of an "
                      "account not seen since 18 October 2026, cause unknown.", of=merged[2],
                      cluster=MERGED, score=14.6, surprise=14.6, posts=POSTS[14:16],
                      reasons=["Both published the phone number +1 202 555 0143.",
                               "It first posted two days after the other was last seen.",
                               "It reposted 7 of the other’s 9 offers."]),
        account_event("successor", "telegram:7011", "小王爬虫二号 may be the successor of an "
                      "account not seen since 29 October 2026, cause unknown.", of=split[2],
                      cluster=SPLIT,
                      score=11.3, surprise=11.3, posts=POSTS[16:17],
                      reasons=["Both published the WeChat id niao_88."]),
        account_event("burst", merged[0], "林记鸟园 posted 61 times this week, after 8 a week.",
                      cluster=MERGED, surprise=9.1, posts=POSTS[17:19]),
        account_event("price_change", merged[20], "Oma Aviary asks half of what it asked for a "
                      "siskin until October.", cluster=MERGED, value="siskin", surprise=8.0),
        account_event("new_taxon", split[9], "앵무새 가게 offers box turtles for the first time.",
                      cluster=SPLIT, value="taxon:Cuora amboinensis", surprise=7.2),
        account_event("new_detail", split[10], "🐢🐢🐢 published a phone number for the "
                      "first time that nine others have published.", value=NUMBER, surprise=6.6),
        account_event("new_detail", merged[24], "Tomi Aviary shows the e-mail address "
                      "birds@example.org for the first time.", value=ADDRESS, surprise=6.1),
        account_event("new_role", merged[21], "Pia Aviary may now be a supplier.",
                      value="supplier"),
        account_event("moved", merged[22], "Rafi Aviary moved to Telegram.", value="telegram"),
        account_event("vanished", merged[1], "ร้านนกสวนจตุจักร has not been seen since 29 October "
                      "2026, cause unknown; its places were observed.", surprise=4.0),
        account_event("back", "facebook:7001", "Seller 7001 is seen again after 11 weeks.",
                      notable=False, surprise=1.0),
        account_event("dropped_detail", merged[23], "Sora Aviary does not publish its e-mail "
                      "address any more.", value=ADDRESS, notable=False, surprise=0.8),
        account_event("new", "facebook:7012", "Seller 7012 was seen for the first time.",
                      notable=False, surprise=0.1),
    ]  # fmt: skip


def of_groups() -> list[dict[str, Any]]:
    """Successor groups."""
    return [
        {"kind": "successor_group", "group": "telegram:group:8801", "of": "telegram:group:8800",
         "score": 9.4, "sentence": "Kicau Pagi II may be the successor of a group without a post "
         "since 25 October 2026, cause unknown.",
         "reasons": ["31 of the 44 accounts that posted in the one have posted in the other.",
                     "It was announced in the other on 24 October 2026."]},
    ]  # fmt: skip


def unsure() -> list[dict[str, Any]]:
    """Events that hold in too few runs."""
    return [
        event("merged", "C3e3e4f4f", "Two clusters of 4 and 6 accounts may have merged.",
              share_of_runs=0.71, notable=False,
              why=["It hangs on one phone number that many accounts share."]),
        event("grown", "C9a9a8b8b", "A cluster may have grown from 5 to 7 accounts.",
              share_of_runs=0.64, notable=False),
    ]  # fmt: skip
