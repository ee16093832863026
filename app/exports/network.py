"""Clusters as one graph of accounts and ties, for the formats that hold a graph."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import networkx as nx
import polars as pl

from app.cluster_data import ties_within, unknown_clusters
from app.words import LEAD
from graph.errors import WorkspaceError
from graph.tables import Tables
from graph.ties.reasons import DISAGREEMENT
from ingest.source_record import SourceRecord

if TYPE_CHECKING:
    from graph.detection import Detection

PAIR = ["account_a", "account_b"]
NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold: control characters, halves of characters, what is no character."""
NO_NAME = re.compile(r"[^A-Za-z0-9.:_-]|_(?=x)")
"""What an identifier cannot hold everywhere in XML, and what would look like an escape."""


def build_network(
    found: Detection,
    cluster_ids: list[str],
    known: Tables,
    sources: Sequence[SourceRecord] = (),
) -> nx.Graph:
    """Make a graph of the accounts of clusters and the ties inside them.

    Parameters
    ----------
    found : Detection
        The snapshot.
    cluster_ids : list of str
        Which clusters.
    known : Tables
        What was known as of the snapshot, for names and times.
    sources : sequence of SourceRecord
        Where it comes from, for the handling codes.

    Returns
    -------
    networkx.Graph
        A node for each account: ``label account_key platform handle display_name cluster_id role
        stability borderline posts first_seen last_seen``. An edge for each tie: ``weight`` (its
        score in bits), ``probability``, ``bits_…`` for each layer of evidence (what speaks
        against is in ``bits_against``), ``reasons``, ``first_evidence last_evidence`` (times of
        the posts cited). Of the graph: ``name snapshot as_of handling description``. What is not
        known is absent. Times are ISO 8601; text holds only what XML can. No attribute's name is
        used twice, for nodes, edges or the graph.

    Raises
    ------
    NotFound
        If the snapshot has no cluster of an id.
    """
    missing = sorted(set(cluster_ids) - set(found.clusters["cluster_id"]))
    if missing:
        raise unknown_clusters(found, missing)
    graph: nx.Graph[str] = nx.Graph()
    graph.graph.update(_about(found, sources))
    for row in _accounts(found, cluster_ids, known).iter_rows(named=True):
        graph.add_node(identifier(row["account_key"]), **_attributes(row))
    for row in _ties(found, cluster_ids, known).iter_rows(named=True):
        layers = {f"bits_{part['layer']}": part["bits"] for part in row.pop("layers")}
        ends = [identifier(row.pop(end)) for end in PAIR]
        graph.add_edge(*ends, **_attributes(row | layers))
    return graph


def identifier(key: str) -> str:
    """Write a key as an identifier that XML allows (NMTOKEN); other keys give other ones."""
    return NO_NAME.sub(lambda found: f"_x{ord(found[0]):04X}_", key)


def readable(text: str) -> str:
    """Replace what XML cannot hold by the sign for unreadable characters."""
    return NO_XML.sub("\ufffd", text)


def write_whole(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Write a file, whole or not at all; one of this name is replaced.

    Parameters
    ----------
    path : Path
        Its folder is made if need be.
    write : callable
        Writes the content to a binary stream.

    Raises
    ------
    WorkspaceError
        If the file cannot be written there.
    """
    draft = path.with_name(f".{path.name}.draft")
    try:
        if path.exists() and not path.is_file():
            raise WorkspaceError(f"{path}: this is no file; name one to write the export to.")
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with draft.open("wb") as stream:
                write(stream)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise WorkspaceError(
            f"{path}: the export cannot be written ({error.strerror or error}); name another file."
        ) from None


def _about(found: Detection, sources: Sequence[SourceRecord]) -> dict[str, str]:
    """Say of the whole graph what it is, and how it may be handled."""
    handling = _handling(sources)
    description = (
        f"Accounts and their ties in Spoor's snapshot {found.snapshot}, as known by the end of "
        f"{found.as_of} (UTC). {LEAD} The weight of a tie is the log-odds, in bits, that both "
        "accounts belong to one operation. Handling of the sources: "
        f"{handling or 'no source states a code'}."
    )
    about = {
        "name": f"Spoor {found.snapshot}",
        "snapshot": found.snapshot,
        "as_of": found.as_of,
        "handling": handling,
        "description": description,
    }
    return _attributes(about)


def _handling(sources: Sequence[SourceRecord]) -> str | None:
    """List the handling codes of sources, and say of how many none is known."""
    codes = sorted({source.handling for source in sources if source.handling})
    without = sum(not source.handling for source in sources)
    if codes and without:
        codes.append(f"not stated for {without} of {len(sources)} sources")
    return "; ".join(codes) or None


def _attributes(known: dict[str, Any]) -> dict[str, Any]:
    """Keep what is known, in values that XML can hold."""
    return {name: _value(value) for name, value in known.items() if value is not None}


def _value(value: Any) -> Any:
    """Write times and text for XML; numbers stay what they are."""
    if isinstance(value, datetime):
        return value.isoformat()
    return readable(value) if isinstance(value, str) else value


def _accounts(found: Detection, cluster_ids: list[str], known: Tables) -> pl.DataFrame:
    """Give the accounts of clusters with what is known of each."""
    key = pl.col("account_key")
    return (
        found.members.filter(pl.col("cluster_id").is_in(cluster_ids))
        .join(known.accounts, on="account_key", how="left")
        .join(_activity(known), on="account_key", how="left")
        .select(
            pl.coalesce("name", "handle", key).alias("label"),
            key, "platform", "handle", pl.col("name").alias("display_name"), "cluster_id", "role",
            "stability", "borderline", pl.col("posts").fill_null(0), "first_seen", "last_seen",
        )
        .sort("cluster_id", "account_key")
    )  # fmt: skip


def _activity(known: Tables) -> pl.DataFrame:
    """Count each account's posts; find when it was first and last seen in posts and groups."""
    posted = known.posts.select(
        "account_key", first_seen="posted_at", last_seen="posted_at", posts=pl.lit(1)
    )
    belonged = known.memberships.select("account_key", "first_seen", "last_seen", posts=pl.lit(0))
    return (
        pl.concat([posted, belonged])
        .group_by("account_key")
        .agg(pl.col("posts").sum(), pl.col("first_seen").min(), pl.col("last_seen").max())
    )


def _ties(found: Detection, cluster_ids: list[str], known: Tables) -> pl.DataFrame:
    """Give the ties inside clusters with what was counted for and against each."""
    ties = ties_within(found, cluster_ids).select(*PAIR, "probability", weight="score")
    counted = found.reasons.filter("counted").join(ties, on=PAIR, how="semi", maintain_order="left")
    against = pl.col("family") == DISAGREEMENT
    layers = (
        counted.group_by(
            *PAIR,
            layer=pl.when(against).then(pl.lit("against")).otherwise("layer"),
            maintain_order=True,
        )
        .agg(pl.col("bits").sum())
        .group_by(PAIR, maintain_order=True)
        .agg(layers=pl.struct("layer", "bits"))
    )
    sentences = counted.group_by(PAIR).agg(reasons=pl.col("sentence").str.join(" "))
    times = (
        counted.explode("posts")
        .join(known.posts, left_on="posts", right_on="post_key")
        .group_by(PAIR)
        .agg(first_evidence=pl.col("posted_at").min(), last_evidence=pl.col("posted_at").max())
    )
    for part in (layers, sentences, times):
        ties = ties.join(part, on=PAIR, how="left", maintain_order="left")
    return ties
