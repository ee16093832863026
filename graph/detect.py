"""Detection: tables in, a whole detection out; pure, deterministic, and never from Neo4j."""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple

import polars as pl

from graph.calibration import Calibration
from graph.clusters import describe_clusters, name_members
from graph.communities import Partition
from graph.communities.stability import measure_stability
from graph.detection import Detection
from graph.dossier.whole import make_dossier
from graph.judged import NOTHING_JUDGED, Judged
from graph.judged.clusters import status_of
from graph.judged.members import cut_as_judged
from graph.judged.ties import heed_on_ties
from graph.lifecycle.cluster_activity import activity_of
from graph.lifecycle.parted import part_by_activity
from graph.lifecycle.presence import presence_of
from graph.lifecycle.standing import arrivals_of, told_of
from graph.lifecycle.traces import traces_of
from graph.row_digest import add_rows
from graph.settings import DetectionSettings
from graph.tables import Tables
from graph.ties.hub_reasons import describe_hubs
from graph.ties.tie import Ties, tie_accounts
from graph.word_lists import fingerprint


def run(
    tables: Tables,
    settings: DetectionSettings,
    calibration: Calibration,
    judged: Judged = NOTHING_JUDGED,
    before: Detection | None = None,
) -> Detection:
    """Find ties, communities and clusters.

    Parameters
    ----------
    tables : Tables
        What is known as of a day.
    settings : DetectionSettings
        Method, seed, layers; may override the calibration's threshold and resolution.
    calibration : Calibration
        The frozen numbers.
    judged : Judged
        What people decided; it is obeyed whatever day the tables are of, as far as their
        accounts and contact details are known by then.
    before : Detection, optional
        An earlier one with the same settings and calibration: cutting starts from its clusters,
        and those that go on keep their ids.

    Returns
    -------
    Detection
        The same for the same arguments, on any machine.
    """
    calibration = overridden(calibration, settings)
    tied, partition, presence = tie_and_cut(tables, settings, calibration, judged, before)
    stability = measure_stability(
        tied.ties, partition, runs=calibration.stability.runs,
        reasons=tied.reasons, threshold_bits=calibration.threshold_bits,
    )  # fmt: skip
    hubs = describe_hubs(tied.hubs, tied.values, calibration)
    named = name_members(stability, None if before is None else before.members)
    dossier = make_dossier(
        named, tied.ties, tied.reasons, hubs, tables,
        threshold=calibration.threshold_bits, seed=settings.seed,
    )  # fmt: skip
    members = dossier.members
    clusters = describe_clusters(members, tied.ties, dossier.alternatives, tables)
    return Detection(
        snapshot=name_snapshot(tables, settings, calibration, judged, members),
        as_of=tables.as_of,
        calibration=calibration.name,
        settings=settings,
        accounts=len(tables.accounts),
        ties=tied.ties,
        reasons=tied.reasons,
        hubs=hubs,
        texts=tied.texts,
        clusters=clusters.join(
            status_of(members, judged), on="cluster_id", how="left", maintain_order="left"
        ),
        members=members,
        coverage=tables.coverage,
        judgements=judged.table,
        left_out=tied.left_out,
        interactions=dossier.interactions,
        roles=dossier.roles,
        measures=dossier.measures,
        holds=dossier.holds,
        alternatives=dossier.alternatives,
        presence=presence,
        traces=traces_of(tables),
        activity=activity_of(members, presence, tables),
        told=told_of(members, before),
        arrivals=arrivals_of(presence, before, tables.as_of),
        before=None if before is None else before.snapshot,
    )


class Cut(NamedTuple):
    """Ties and what they were cut into.

    Attributes
    ----------
    tied : Ties
        `graph.ties.tie.Ties`, judgements obeyed.
    partition : Partition
        Communities of them, those parted that go on without each other.
    presence : polars.DataFrame
        `graph.lifecycle.tables.PRESENCE`.
    """

    tied: Ties
    partition: Partition
    presence: pl.DataFrame


def tie_and_cut(
    tables: Tables,
    settings: DetectionSettings,
    calibration: Calibration,
    judged: Judged,
    before: Detection | None = None,
) -> Cut:
    """Find ties and communities as `run` does, and go no further.

    Parameters
    ----------
    tables, settings, calibration, judged, before
        As of `run`.
    """
    calibration = overridden(calibration, settings)
    tied = tie_accounts(tables, calibration, settings.layers, judged)
    tied = heed_on_ties(tied, judged, tables.accounts, calibration.prior_bits)
    start = None if before is None else before.members
    tied, partition = cut_as_judged(tied, judged, settings, calibration.resolution, start)
    presence = presence_of(tables)
    parted = part_by_activity(
        tied, partition, presence, tables.seen, calibration.threshold_bits, start
    )
    return Cut(tied, parted, presence)


def overridden(calibration: Calibration, settings: DetectionSettings) -> Calibration:
    """Give the calibration with a detection's own threshold and resolution, if any."""
    asked = {"resolution": settings.resolution, "threshold_bits": settings.threshold_bits}
    return calibration.model_copy(
        update={name: value for name, value in asked.items() if value is not None}
    )


def name_snapshot(
    tables: Tables,
    settings: DetectionSettings,
    calibration: Calibration,
    judged: Judged,
    members: pl.DataFrame,
) -> str:
    """Give the day, and a fingerprint of all that the detection depends on and calls clusters."""
    digest = hashlib.sha256()
    digest.update(json.dumps([calibration.name, settings.model_dump(mode="json")]).encode())
    digest.update(fingerprint("interactions/words.yaml", "dossier/alternatives.yaml").encode())
    for part in (
        tables.posts.select(
            "post_key", "account_key", "platform", "group_key", "posted_at", "price", "text"
        ),
        tables.memberships.select("account_key", "group_key", "role", "joined_at", "left_at"),
        tables.accounts.select("account_key", "platform", "handle", "name"),
        tables.groups.select("group_key", "name"),
        tables.details.select("account_key", "post_key", "detail_key", "confidence", "seen_at"),
        tables.signatures.select("post_key", "text_hash"),
        tables.statements.select("post_key", "fact", "amount", "unit", "per"),
        tables.taxa.select("post_key", "taxon_key", "product", "confidence"),
        tables.terms.select("post_key", "entry", "role", "score"),
        tables.forwards,
        tables.replies,
        tables.links,
        tables.images,
        tables.names,
        tables.seen,
        judged.table.with_columns(pl.col("members").list.join("\x1d")),
        members.select("cluster_id", "account_key"),
    ):
        add_rows(digest, part)
    return f"{tables.as_of}-{digest.hexdigest()[:8]}"
