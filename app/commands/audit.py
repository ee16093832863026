"""``spoor audit``: pairs judged without seeing what the program thinks, and what that measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.caller import caller_of, hint, say_waiting
from app.commands.options import day
from app.commands.printing import one_line, print_json, say, shown
from app.commands.progress import show_progress
from app.words import count, kind, share
from graph.errors import UsageError

if TYPE_CHECKING:
    from graph.accuracy.audit_sample import AuditResult, Estimated

SAYS = {"same": "of one operation", "different": "not of one operation",
        "cannot-tell": "cannot be told", "withdraw": "not judged any more"}  # fmt: skip
QUESTION = "Are these two accounts run or supplied by the same people?"

audit_app = typer.Typer(help="Measure precision by pairs that people judge blindly.")
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


@audit_app.callback(invoke_without_command=True)
def audit(
    ctx: typer.Context,
    pairs: Annotated[int, typer.Option(min=1, metavar="N", help="How many pairs to draw.")] = 40,
    seed: Annotated[int, typer.Option(min=0, metavar="N", help="Seed of the drawing.")] = 1,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="As known by the end of this day [the latest sighting]."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Draw pairs above and below the threshold, to be judged without seeing the score."""
    if ctx.invoked_subcommand is not None:
        return
    from app.auditing import draw_audit

    known_by = day("--as-of", as_of)
    caller = caller_of(ctx)
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting), show_progress() as steps:
        found, is_new = draw_audit(
            workspace, steps, pairs=pairs, seed=seed, as_of=known_by, who=caller.who
        )
    many = len(found.sample.pairs)
    if as_json:
        print_json({"audit": found.name, "as_of": found.as_of, "pairs": many, "new": is_new})
        return
    say(
        f"Sample {found.name}, as known by the end of {found.as_of}: {count(many, 'pair')} "
        f"above and below the threshold{'' if is_new else ', drawn before'}."
    )
    hint("`spoor audit next` shows the first; `spoor audit judge N ANSWER` notes what you say.")


@audit_app.command("next")
def next_(
    ctx: typer.Context,
    number: Annotated[
        int | None, typer.Argument(metavar="N", help="A pair [the first not judged].")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the next pair, and nothing of what the program thinks of it."""
    from app.auditing import next_pair

    workspace = caller_of(ctx).workspace()
    with workspace.writer(on_wait=say_waiting):
        found = next_pair(workspace, number)
    if as_json:
        print_json(found)
    elif found is None:
        say("All pairs are judged; `spoor audit result` says what that measures.")
    else:
        _print_pair(found)


@audit_app.command()
def judge(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", help="The pair.")],
    answer: Annotated[
        str, typer.Argument(metavar="ANSWER", help="same, different, cannot-tell or withdraw.")
    ],
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why, for the journal.")] = None,
    as_json: AsJson = False,
) -> None:
    """Note what a person says about a pair.

    A later answer takes the place of an earlier one; the journal keeps both.
    """
    from ingest.audits import current_audit, note_answer

    if answer not in SAYS:
        raise UsageError(f"'{answer}' is no answer; say {', '.join(SAYS)}.")
    caller = caller_of(ctx)
    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        current = current_audit(workspace)
        is_new = note_answer(workspace, current, number, answer, why=why, who=caller.who)
    if as_json:
        print_json({"audit": current.name, "pair": number, "answer": answer, "new": is_new})
    else:
        say(f"Pair {number}: {SAYS[answer]}{'' if is_new else ', as before'}.")


@audit_app.command()
def result(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Estimate precision, and what is missed, from the answers."""
    from app.auditing import audit_result, result_data

    current, found = audit_result(caller_of(ctx).workspace())
    data = result_data(current, found)
    if as_json:
        print_json(data)
    else:
        _print_result(data, found)


def _print_pair(found: dict[str, Any]) -> None:
    """Print both accounts of a pair."""
    say(f"Pair {found['pair']} of {found['pairs']}. {QUESTION}")
    for each in found["accounts"]:
        say()
        _print_account(each)
    say()
    say(f"Answer: spoor audit judge {found['pair']} same|different|cannot-tell --why TEXT")


def _print_account(each: dict[str, Any]) -> None:
    """Print what one account shows."""
    if not each["known"]:
        say(f"{each['key']}: not known any more (its source was withdrawn).")
        return
    called = [*each["names"], *(f"@{handle}" for handle in each["handles"])]
    say(f"{each['key']}: {', '.join(map(one_line, called)) or 'no name known'}")
    for bio in each["bios"]:
        say(one_line(bio), indent=2, label="Description: ")
    say(", ".join(map(one_line, each["groups"])) or "none", indent=2, label="Groups: ")
    details = [f"{kind(it['kind'])} {it['value']}" for it in each["contact_details"]]
    say(", ".join(details) or "none", indent=2, label="Contact details: ")
    say(f"Posts (latest {len(each['posts'])} of {each['posts_in_all']:,}):", indent=2)
    for post in each["posts"]:
        price = f" [{one_line(post['price'])}]" if post["price"] else ""
        text = one_line(post["text"]) or "(no text)"
        say(f"{text}{price}", indent=4, label=f"{shown(post['posted_at'])}  ")


def _print_result(data: dict[str, Any], found: AuditResult) -> None:
    """Print a result in sentences."""
    say(
        f"Sample {data['audit']}, calibration {data['calibration']}, as known by the end of "
        f"{data['as_of']}: {found.judged} of {count(found.drawn, 'pair')} judged, of which "
        f"{found.undecided} could not be told and count nowhere."
    )
    if found.unanswered:
        missing = count(len(found.unanswered), "stratum", "strata")
        say(f"{missing} of similar scores have no answer yet; judge further pairs.")
    say(f"Precision: of the ties, {_in_words(found.precision)} are of one operation.")
    say(
        f"Missed: of the pairs of one operation among the {data['population']:,} that share "
        f"anything weighed, {_in_words(found.missed)} are below the threshold. Pairs that share "
        "nothing weighed are not in this."
    )


def _in_words(found: Estimated) -> str:
    """Write a share with its interval."""
    if found.share is None:
        return "a share that cannot be told yet"
    return f"{share(found.share)} (95% interval {share(found.low)} to {share(found.high)})"
