"""``spoor judge``: what a person decides about a cluster, or about a hit of the lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from app.commands.caller import Caller, caller_of, say_waiting
from app.commands.printing import print_json, say
from graph.errors import NotFound, UsageError

if TYPE_CHECKING:
    from graph.workspace import Workspace
    from ingest.judgements import Verdict

NEAREST = 5
SAID = {"confirm": "confirmed", "reject": "rejected", "withdraw": "not judged any more"}
USE = (
    "Say `spoor judge cluster ID… VERDICT` or `spoor judge hit ENTRY POST VERDICT`, VERDICT being "
    "confirm, reject or withdraw."
)


def judge(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="cluster or hit.")],
    said: Annotated[
        list[str],
        typer.Argument(
            metavar="ID… VERDICT",
            help="Cluster ids of the latest snapshot, or an entry of the lexicon and a post; then "
            "confirm, reject or withdraw.",
        ),
    ],
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why, for the journal.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Note what a person decides about a cluster or a word's use.

    A later judgement of the same thing takes the place of an earlier one; the journal keeps both.
    """
    from ingest.judgements import VERDICTS

    *ids, verdict = said
    if kind not in {"cluster", "hit"}:
        raise UsageError(f"'{kind}' cannot be judged. {USE}")
    if verdict not in VERDICTS or not ids:
        raise UsageError(f"'{' '.join(said)}' is no judgement. {USE}")
    caller = caller_of(ctx)
    if kind == "hit":
        new = [_judge_hit(caller, ids, cast("Verdict", verdict), why)]
    else:
        new = _judge_clusters(caller, ids, cast("Verdict", verdict), why)
    if as_json:
        print_json({"kind": kind, "ids": ids, "verdict": verdict, "new": new})
        return
    named = [f"{ids[0]} in {ids[1]}"] if kind == "hit" else [f"Cluster {each}" for each in ids]
    for name, is_new in zip(named, new, strict=True):
        say(f"{name}: {SAID[verdict]}{'' if is_new else ', as before'}.")


def _judge_clusters(
    caller: Caller, ids: list[str], verdict: Verdict, why: str | None
) -> list[bool]:
    """Judge clusters of the latest snapshot; all of them or none."""
    from app.cluster_data import unknown_clusters
    from app.snapshots import read_snapshot
    from ingest.judgements import CLUSTER, judge_cluster, judgements

    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        found = read_snapshot(workspace)
        members = {
            str(name[0]): part["account_key"].to_list()
            for name, part in found.members.group_by("cluster_id")
        }
        before = judgements(workspace, CLUSTER) if verdict == "withdraw" else {}
        unknown = [each for each in ids if each not in members and (each,) not in before]
        if unknown:
            raise unknown_clusters(found, unknown)
        return [
            judge_cluster(
                workspace,
                each,
                verdict,
                snapshot=found.snapshot,
                members=members.get(each, []),
                why=why,
                who=caller.who,
            )
            for each in ids
        ]


def _judge_hit(caller: Caller, ids: list[str], verdict: Verdict, why: str | None) -> bool:
    """Judge one use of an entry in one post."""
    from ingest.judgements import HIT, judge_hit, judgements

    if len(ids) != 2:
        raise UsageError(f"A hit is named by an entry of the lexicon and a post. {USE}")
    entry, post_key = ids
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        is_known = verdict == "withdraw" and (entry, post_key) in judgements(workspace, HIT)
        if not is_known:
            _check_hit(workspace, entry, post_key)
        return judge_hit(workspace, entry, post_key, verdict, why=why, who=caller.who)


def _check_hit(workspace: Workspace, entry: str, post_key: str) -> None:
    """Refuse an entry that is not there, or a post that does not use it."""
    from rapidfuzz import process

    from app.lexicon_data import known_entry
    from ingest.lexicon_uses import uses_in

    known_entry(workspace, entry)
    posts = uses_in(workspace, entry)
    if post_key not in posts:
        near = [name for name, _, _ in process.extract(post_key, posts, limit=NEAREST)]
        nearest = f"nearest of those that do: {', '.join(near)}" if near else "no post does"
        raise NotFound(f"Post {post_key} does not use the entry {entry}; {nearest}.")
