"""``spoor judge``: what a person decides about what was found, or about a hit of the lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.caller import Caller, caller_of, hint, say_waiting
from app.commands.printing import print_json, say
from app.words import JUDGED_SAID
from graph.errors import NotFound, UsageError

if TYPE_CHECKING:
    from graph.workspace import Workspace
    from ingest.judgements import Verdict

NEAREST = 5
USE = (
    "Say `spoor judge cluster ID… VERDICT`, `member CLUSTER ACCOUNT… VERDICT`, `tie ACCOUNT "
    "ACCOUNT VERDICT`, `candidate ACCOUNT ACCOUNT VERDICT`, `successor NEW OLD VERDICT`, `hub "
    "DETAIL… VERDICT` or `hit ENTRY POST VERDICT`, VERDICT being confirm, reject or withdraw; or "
    "`legality CLUSTER… VERDICT --why TEXT`, VERDICT being permitted, unclear, contrary or "
    "withdraw, and TEXT naming the law or permit."
)


def judge(
    ctx: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="cluster, member, tie, candidate, successor, hub, hit or legality.",
        ),
    ],
    said: Annotated[
        list[str],
        typer.Argument(
            metavar="ID… VERDICT",
            help="Cluster ids of the latest snapshot; a cluster and accounts; two accounts, of a "
            "successor the new one first; contact details; or an entry of the lexicon and a post; "
            "then confirm, reject or withdraw; of legality permitted, unclear, contrary or "
            "withdraw.",
        ),
    ],
    why: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="Why, for the journal; legality needs it, with the law or permit named.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Note what a person decides; the next detection obeys it.

    A tie or member rejected is none whatever the evidence, one confirmed stays. A candidate
    confirmed is one person behind two accounts; a successor confirmed is a new account that
    carries on from one not seen any more, which the next report obeys. A hub confirmed serves
    strangers and ties nobody, one rejected is an operation's own. A later judgement of the same
    thing takes the place of an earlier one; the journal keeps both.

    Of a cluster's legality only a person says something, under a law or permit that --why names:
    permitted (as far as known lawful), unclear, or contrary (it would be contrary to that law).
    Detection takes no notice of it.
    """
    from ingest.judgements import KINDS, verdicts_of

    *ids, verdict = said
    if kind not in KINDS:
        raise UsageError(f"'{kind}' cannot be judged. {USE}")
    if verdict not in verdicts_of(kind) or not ids:
        raise UsageError(f"'{' '.join(said)}' is no judgement. {USE}")
    caller = caller_of(ctx)
    new = _note(caller, kind, ids, verdict, why)
    if as_json:
        print_json({"kind": kind, "ids": ids, "verdict": verdict, "new": new})
        return
    for name, is_new in zip(_named(kind, ids), new, strict=True):
        say(f"{name}: {JUDGED_SAID[verdict]}{'' if is_new else ', as before'}.")
    if kind == "legality":
        hint("Detection takes no notice of this; `spoor judge … withdraw` takes it back.")
    elif kind == "successor":
        hint("The next report obeys this; `spoor judge … withdraw` takes it back.")
    elif kind != "hit":
        hint("The next `spoor detect` obeys this; `spoor judge … withdraw` takes it back.")


def _note(
    caller: Caller, kind: str, ids: list[str], verdict: Verdict, why: str | None
) -> list[bool]:
    """Note what was decided; all of it or nothing."""
    from app import judging

    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        if kind == "hit":
            return [_judge_hit(workspace, ids, verdict, why, caller.who)]
        try:
            return judging.judge(workspace, kind, ids, verdict, why=why, who=caller.who)
        except UsageError as error:
            raise UsageError(f"{error} {USE}") from None


def _named(kind: str, ids: list[str]) -> list[str]:
    """Name each thing that was judged."""
    match kind:
        case "cluster":
            return [f"Cluster {each}" for each in ids]
        case "legality":
            return [f"Legality of cluster {each}" for each in ids]
        case "member":
            return [f"{each} in cluster {ids[0]}" for each in ids[1:]]
        case "tie":
            return [f"Tie of {ids[0]} and {ids[1]}"]
        case "candidate":
            return [f"One person behind {ids[0]} and {ids[1]}"]
        case "successor":
            return [f"{ids[0]} as the successor of {ids[1]}"]
        case "hub":
            return [f"{each} as a hub" for each in ids]
        case _:
            return [f"{ids[0]} in {ids[1]}"]


def _judge_hit(
    workspace: Workspace, ids: list[str], verdict: Verdict, why: str | None, who: str
) -> bool:
    """Judge one use of an entry in one post."""
    from ingest.judgements import HIT, judge_hit, judgements

    if len(ids) != 2:
        raise UsageError(f"A hit is named by an entry of the lexicon and a post. {USE}")
    entry, post_key = ids
    is_known = verdict == "withdraw" and (entry, post_key) in judgements(workspace, HIT)
    if not is_known:
        _check_hit(workspace, entry, post_key)
    return judge_hit(workspace, entry, post_key, verdict, why=why, who=who)


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
