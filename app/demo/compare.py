"""Detection compared with what was planted, and told to the person who ran the demonstration."""

from __future__ import annotations

import polars as pl
from rich.console import Console
from rich.table import Table

from app.demo.comparison import Comparison, HubFound, RingFound
from app.demo.truth import PlantedTruth, Ring
from graph.detect import Detection

WIDTH = 100
LIKELY = 0.5


def compare(detection: Detection, truth: PlantedTruth) -> Comparison:
    """Compare a detection with what was planted.

    Parameters
    ----------
    detection : Detection
        A detection on the demonstration's material.
    truth : PlantedTruth
        What was planted.

    Returns
    -------
    Comparison
    """
    members = detection.members.select("cluster_id", "account_key")
    shop = _find(truth.shop, members)
    named = detection.clusters.filter(
        pl.col("cluster_id").eq_missing(pl.lit(shop.cluster_id, pl.String))
    )
    first = named.select(
        pl.col("alternatives").list.first(), pl.col("alternatives_for").list.first()
    ).rows()
    explanation, facts = first[0] if first else ("", "")
    rings = tuple(_find(ring, members) for ring in truth.rings)
    misplaced = set(members["account_key"]) & truth.innocents
    return Comparison(
        accounts=detection.accounts,
        clusters=len(detection.clusters),
        rings=rings,
        hubs=_find_hubs(detection.hubs, truth),
        shop=shop,
        explanation=explanation,
        facts=facts,
        innocents=len(truth.innocents),
        misplaced=tuple(sorted(misplaced)),
        looked_at=_worth_a_look(rings, members),
    )


def print_comparison(
    console: Console, comparison: Comparison, *, spoor: str, output: str = "spoor-demo-export"
) -> None:
    """Tell what was found of what was planted, and what to type next.

    Parameters
    ----------
    console : Console
        Where to; lines of text are at most 100 columns wide.
    comparison : Comparison
        What to tell.
    spoor : str
        How the user calls the program, with the workspace: ``.venv/bin/spoor --workspace demo``.
    output : str
        Where the command for exporting shall write to.
    """
    _print_rings(console, comparison)
    _print_hubs(console, comparison)
    _print_innocents(console, comparison)
    _print_next(console, comparison, spoor, output)


def _find(ring: Ring, members: pl.DataFrame) -> RingFound:
    """Find the cluster that holds most of a ring."""
    held = (
        members.group_by("cluster_id")
        .agg(
            size=pl.len(),
            of_ring=pl.col("account_key").is_in(list(ring.accounts)).sum(),
        )
        .filter(pl.col("of_ring") > 0)
        .sort("of_ring", "cluster_id", descending=[True, False])
    )
    if held.is_empty():
        return RingFound(ring, None, 0, 0)
    cluster_id, size, of_ring = held.row(0)
    return RingFound(ring, cluster_id, of_ring, size - of_ring)


def _find_hubs(hubs: pl.DataFrame, truth: PlantedTruth) -> tuple[HubFound, ...]:
    """Find the planted hubs among those that are likely ones."""
    likely = hubs.filter(pl.col("probability") > LIKELY)
    found = dict(likely.select("detail_key", "accounts").iter_rows())
    return tuple(HubFound(name, key, found.get(key)) for name, key in truth.hubs.items())


def _worth_a_look(rings: tuple[RingFound, ...], members: pl.DataFrame) -> str | None:
    """Pick the first account of the first ring that was found."""
    for found in rings:
        if found.cluster_id is not None:
            inside = members.filter(pl.col("cluster_id") == found.cluster_id)["account_key"]
            return min(set(inside) & found.ring.accounts)
    return None


def _say(console: Console, text: str = "") -> None:
    """Print a paragraph."""
    console.print(text, width=min(WIDTH, console.width), highlight=False, markup=False)


def _table(*columns: tuple[str, bool]) -> Table:
    """Make a plain table; columns with True hold numbers."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, is_number in columns:
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    return table


def _show(console: Console, table: Table) -> None:
    """Print a table and an empty line."""
    console.print(table, width=min(WIDTH, console.width), highlight=False, markup=False)
    console.print()


def _print_rings(console: Console, comparison: Comparison) -> None:
    """Tell which rings were found."""
    _say(
        console,
        f"{comparison.accounts} accounts, {comparison.clusters} clusters. "
        "What was planted, and what was found of it:",
    )
    console.print()
    table = _table(
        ("Ring", False), ("Planted", True), ("Found", True), ("Others", True),
        ("Cluster", False), ("What its accounts share", False),
    )  # fmt: skip
    for found in comparison.rings:
        table.add_row(
            found.ring.name,
            str(len(found.ring.accounts)),
            str(found.members),
            str(found.others),
            found.cluster_id or "not found",
            found.ring.how,
        )
    _show(console, table)


def _print_hubs(console: Console, comparison: Comparison) -> None:
    """Tell which hubs were found."""
    table = _table(
        ("Hub, which joins strangers", False), ("Found", False), ("Published by", True),
        ("Contact detail", False),
    )  # fmt: skip
    for hub in comparison.hubs:
        is_found = hub.accounts is not None
        published = f"{hub.accounts} accounts" if is_found else "-"
        table.add_row(hub.name, "yes" if is_found else "no", published, hub.detail_key)
    _show(console, table)


def _print_innocents(console: Console, comparison: Comparison) -> None:
    """Tell about the lawful shop and those who have nothing to do with anybody."""
    shop = comparison.shop
    if shop.cluster_id is None:
        _say(console, f"{shop.ring.name}, a lawful shop: not found connected.")
    else:
        _say(
            console,
            f"{shop.ring.name}, a lawful shop: {shop.members} of its {len(shop.ring.accounts)} "
            f"staff accounts come out connected ({shop.cluster_id}), as they are. The explanation "
            f"named first: {comparison.explanation} "
            f"({comparison.facts or 'no fact speaks for it'}).",
        )
    console.print()
    _say(
        console,
        f"Accounts of no ring that were put into a cluster: {len(comparison.misplaced)} of "
        f"{comparison.innocents} (they copy texts, use the same couriers, hold reissued numbers, "
        "or warn of others).",
    )
    if comparison.misplaced:
        _say(console, "These are: " + ", ".join(comparison.misplaced) + ".")
    console.print()
    _say(
        console,
        "A cluster is a lead: its accounts may be run or supplied by the same people. Whether "
        "they are, and whether any law is broken, a person has to find out.",
    )
    console.print()


def _print_next(console: Console, comparison: Comparison, spoor: str, output: str) -> None:
    """Tell what to type next, each command on one line that can be copied."""
    _say(console, "What to type next:")
    for purpose, command in _commands(comparison, output):
        console.print()
        _say(console, f"  {purpose}")
        console.print(
            f"    {spoor} {command}", soft_wrap=True, highlight=False, markup=False, style="bold"
        )


def _commands(comparison: Comparison, output: str) -> list[tuple[str, str]]:
    """List what may be done next, with ids that exist."""
    looks = [("The clusters, the largest first", "clusters")]
    first = next((found for found in comparison.rings if found.cluster_id), None)
    if first is not None:
        looks += [
            ("One cluster: members, reasons, other explanations", f"cluster {first.cluster_id}"),
            ("One account and what ties it to others", f"account {comparison.looked_at}"),
        ]
    for hub in comparison.hubs[:1]:
        value = hub.detail_key.rsplit(":", 1)[1]
        looks.append(("Who publishes a number, a name or a word", f"search {value}"))
    return [
        *looks,
        ("Couriers, escrow accounts and the like", "hubs"),
        ("Rows that could not be read, and why", "rejected"),
        ("All clusters as tables", f"export --all --format csv --output {output}"),
        ("The same in a browser", "app"),
    ]
