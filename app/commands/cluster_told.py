"""What ``spoor cluster`` tells of a cluster beside its members and ties."""

from __future__ import annotations

from typing import Any

from app.commands.printing import print_table, say
from app.words import count

MEASURED_SHOWN = 20
INTERACTIONS_SHOWN = 10
POSTS_SHOWN = 3


def print_roles(found: dict[str, Any], names: dict[str, str | None]) -> None:
    """Print the roles that interaction shows, each with what a person has to find out."""
    say()
    if not found["roles"]:
        say("Roles: none; too little interaction or hub service is known to show any.")
        return
    say("Roles, as far as interaction or hub service shows them; questions, not findings:")
    for role in found["roles"]:
        say(f"{_called(role['account_key'], names)}: {role['role']}?", indent=2)
        say(role["sentence"], indent=4)
        say(role["question"], indent=4)


def print_measures(found: dict[str, Any], names: dict[str, str | None]) -> None:
    """Print structural measures under their own names, those of most betweenness first."""
    rows = sorted(
        found["measures"],
        key=lambda row: (-(row["betweenness"] or 0), -row["ties"], row["account_key"]),
    )
    if not rows:
        return
    say()
    say("How the accounts lie in the picture of ties (measures, not roles):")
    print_table(
        ("account", "ties", "betweenness", "Burt's constraint", "k-core"),
        [
            (_called(row["account_key"], names), row["ties"], row["betweenness"],
             row["constraint"], row["core"])
            for row in rows[:MEASURED_SHOWN]
        ],
    )  # fmt: skip
    if len(rows) > MEASURED_SHOWN:
        say(f"… and {len(rows) - MEASURED_SHOWN:,} more; --json lists them all.", indent=2)


def print_holds(found: dict[str, Any]) -> None:
    """Print how far the picture depends on single pieces of evidence."""
    say()
    holds = {kind: [each for each in found["holds"] if each["kind"] == kind]
             for kind in ("cut", "evidence", "tie", "account")}  # fmt: skip
    say("Sensitivity of this picture, to know which evidence to check first:")
    if not (holds["evidence"] or holds["tie"]):
        say(
            "No single tie or shared value: it stays whole when any one of them is wrong.", indent=2
        )
    for each in (hold for kind in holds.values() for hold in kind):
        say(each["sentence"], indent=2)


def print_interactions(found: dict[str, Any], names: dict[str, str | None]) -> None:
    """Print who turned to whom within the cluster."""
    rows = sorted(found["interactions"], key=lambda row: -row["times"])
    if not rows:
        return
    say()
    say("Who turned to whom (no evidence of a tie):")
    for row in rows[:INTERACTIONS_SHOWN]:
        ends = " → ".join(_called(row[end], names) for end in ("from_key", "to_key"))
        say(f"{ends}: {row['sentence']}", indent=2)
    if len(rows) > INTERACTIONS_SHOWN:
        say(f"… and {len(rows) - INTERACTIONS_SHOWN:,} more; --json lists them all.", indent=2)


def print_alternatives(found: dict[str, Any]) -> None:
    """Print every alternative explanation with what speaks for it and against it."""
    say()
    say("What else it may be; each is considered for every cluster:")
    for each in found["considered"]:
        if not each["for"]:
            continue
        say(f"{each['name']}: {_told(each['for'])}", indent=2)
        if each["against"]:
            say(f"against: {_told(each['against'])}", indent=4)
    idle = [each for each in found["considered"] if not each["for"]]
    if idle:
        names = ", ".join(each["name"] for each in idle)
        say(f"nothing found that speaks for: {names}.", indent=2)
    for each in idle:
        if each["against"]:
            say(f"against {each['name']}: {_told(each['against'])}", indent=4)


def _told(facts: list[dict[str, Any]]) -> str:
    """Facts one after the other, with the posts that show them."""
    return " ".join(f"{fact['sentence']}{_cited(fact['posts'])}" for fact in facts)


def _cited(posts: list[str]) -> str:
    """Name the posts that show a fact."""
    if not posts:
        return ""
    return f" ({count(len(posts), 'post')} cited: {', '.join(posts[:POSTS_SHOWN])})"


def _called(key: str, names: dict[str, str | None]) -> str:
    """Write an account's key with its name."""
    return f"{key} ({names[key]})" if names.get(key) else key
