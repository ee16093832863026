"""What stands below a heading of the report, in few words: facts of events and networks."""

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


def of_network(event: Mapping[str, Any]) -> list[str]:
    """Write in few words which networks an event is about, and how sure and how rare it is."""
    before, after = event["from"], event["to"]
    if before and after and len(before) + len(after) > 2:
        which = f"{' + '.join(before)} → {' + '.join(after)}"
    else:
        which = event["cluster"]
    runs, surprise = event["share_of_runs"], event["surprise"]
    facts = [
        which,
        "" if runs is None else f"holds in {numbers.share(runs)} of runs",
        "" if surprise is None else f"surprise {surprise:.1f} bits",
        words.CAUSES.get(event["cause"], ""),
    ]
    return [fact for fact in facts if fact]


def of_account(event: Mapping[str, Any]) -> list[str]:
    """Write in few words when something was seen of an account, and how much speaks for it."""
    score, cluster = event.get("score"), event.get("cluster")
    facts = [
        words.minute(event["at"]) if event.get("at") else "",
        f"network {cluster}" if cluster else "",
        "" if score is None else f"{numbers.bits(score)} bits of evidence",
    ]
    return [fact for fact in facts if fact]


def known_of(cluster: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """List what is known of a network: caption, value, and how much room it takes."""
    connected, offers = cluster["connectedness"], cluster["offers"]
    rows = [
        ("Accounts ever linked", f"{cluster['size']:,}", ""),
        ("Active now", f"{cluster['active']:,}", ""),
        ("Posts that offer goods", numbers.UNKNOWN if offers is None else f"{offers:,}", ""),
        ("Connectedness", numbers.share(connected) if connected is not None else "", ""),
        ("Species named", ", ".join(cluster["taxa"]) or "none recognised", "wide"),
        ("Judgement", str(cluster["status"] or ""), "wide"),
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
        *((name.replace("_", " "), value) for name, value in sorted(report["settings"].items())),
        ("Made", words.minute(report["made_at"])),
        ("Made by", report["made_by"]),
    ]
    return [(name, str(value)) for name, value in rows if value is not None]
