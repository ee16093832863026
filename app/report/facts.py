"""What stands below a heading of the report, in few words: facts of events and clusters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app import words as numbers
from app.report import words


def compared(period: Mapping[str, Any], baseline: str | None) -> str:
    """Say which period a report is on, and what it is compared with."""
    parts = [words.week(period.get("week")), words.span(period["from"], period["to"])]
    against = f"compared with what was known on {words.day(period['from'])}"
    return ", ".join(filter(None, [*parts, against if baseline else "the first report"]))


def of_cluster(event: Mapping[str, Any]) -> list[str]:
    """Write in few words which clusters an event is about, how sure, how rare and why it is."""
    before, after = event["from"], event["to"]
    if before and after and len(before) + len(after) > 2:
        which = f"{' + '.join(before)} → {' + '.join(after)}"
    else:
        which = event["cluster"]
    runs, surprise = event["share_of_runs"], event["surprise"]
    facts = [
        which,
        "" if runs is None else f"holds in {numbers.share(runs)} of runs",
        "" if not surprise else f"surprise {surprise:.1f} bits",
        words.CAUSES.get(event["cause"], ""),
    ]
    return [fact for fact in facts if fact]


def of_account(event: Mapping[str, Any]) -> list[str]:
    """Write in few words when something was seen of an account, and how much speaks for it."""
    score, cluster = event.get("score"), event.get("cluster")
    facts = [
        words.minute(event["at"]) if event.get("at") else "",
        f"cluster {cluster}" if cluster else "",
        "" if score is None else f"{numbers.bits(score)} bits of evidence",
    ]
    return [fact for fact in facts if fact]


def known_of(cluster: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """List what is known of a cluster: caption, value, and how much room it takes."""
    connected, offers = cluster["connectedness"], cluster["offers"]
    rows = [
        ("Ever linked", numbers.count(cluster["size"], "account"), ""),
        ("Active now", numbers.count(cluster["active"], "account"), ""),
        ("Offers", numbers.UNKNOWN if offers is None else numbers.count(offers, "post"), ""),
        ("Connectedness", numbers.share(connected) if connected is not None else "", ""),
        ("Judgement", words.JUDGED.get(cluster["status"], cluster["status"] or ""), ""),
        ("Species named", ", ".join(cluster["taxa"]) or "none recognised", "full"),
        ("Value", cluster["value"] or "", "full"),
    ]
    return [row for row in rows if row[1]]


def parameters(report: Mapping[str, Any]) -> list[tuple[str, str]]:
    """List what a report was made with."""
    rows = [
        ("Snapshot", report["snapshot"]),
        ("Compared with", report["baseline"] or "nothing: the first report"),
        ("As of", words.day(report["as_of"])),
        ("Calibration", report["calibration"]),
        *((name.replace("_", " ").capitalize(), _said(value))
          for name, value in sorted(report["settings"].items())),
        ("Made", words.minute(report["made_at"])),
        ("Made by", report["made_by"]),
    ]  # fmt: skip
    return [(name, value) for name, value in rows if value]


def _said(value: Any) -> str:
    """Write a setting as people do: lists with commas, nothing for what is not set."""
    if isinstance(value, bool):
        return words.YES if value else words.NO
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {said}" for name, each in value.items() if (said := _said(each)))
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_said, value)))
    return "" if value is None else str(value)
