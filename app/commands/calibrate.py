"""``spoor calibrate``: the weights of evidence, tuned on purpose and tested by hiding a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.caller import Caller, caller_of, hint, say_waiting
from app.commands.options import day
from app.commands.printing import print_json, print_table, say
from app.commands.progress import show_progress
from app.words import count, share
from graph.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from graph.accuracy.hidden import HiddenTest
    from graph.accuracy.intervals import Share
    from graph.calibration.proposed import Proposed
    from graph.effect import Effect

SHOWN = 10


def calibrate(
    ctx: typer.Context,
    hidden: Annotated[
        str | None,
        typer.Option(metavar="LAYER", help="Hide phone, bank, text … and test the others."),
    ] = None,
    resolution: Annotated[
        bool,
        typer.Option("--resolution", help="Show what other resolutions and chance would give."),
    ] = False,
    accept: Annotated[bool, typer.Option("--accept", help="Put the new numbers in force.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Put the numbers before them back.")] = False,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why, for the journal.")] = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="As known by the end of this day [the latest sighting]."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Estimate the weights of evidence from this workspace.

    Shows old and new numbers and what they would change; only `--accept` writes anything.
    """
    if sum((hidden is not None, resolution, accept, undo)) > 1:
        raise UsageError("Give one of --hidden, --resolution, --accept and --undo.")
    if why is not None and not (accept or undo):
        raise UsageError("--why goes with --accept or --undo.")
    known_by = day("--as-of", as_of)
    caller = caller_of(ctx)
    if undo:
        _undo(caller, why, as_json=as_json)
    elif hidden is not None:
        _hide(caller, hidden, known_by, as_json=as_json)
    elif resolution:
        _resolve(caller, known_by, as_json=as_json)
    else:
        _propose(caller, known_by, why, accept=accept, as_json=as_json)


def _propose(
    caller: Caller, as_of: str | None, why: str | None, *, accept: bool, as_json: bool
) -> None:
    """Show what would change, and change it where that is asked for."""
    from app.calibrating import accept_calibration, propose_calibration, proposed_data

    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        with show_progress() as steps:
            found, dependence = propose_calibration(workspace, steps, as_of=as_of)
        if not as_json:
            _print_proposed(found, dependence)
        kept = accept_calibration(workspace, found, why=why, who=caller.who) if accept else None
    if as_json:
        print_json({**proposed_data(found, dependence), "accepted": accept, "kept": kept})
    elif kept:
        say(
            f"Accepted by {caller.who}: {found.new.name} is in force. {kept} keeps the numbers "
            "before it; `spoor calibrate --undo` puts them back."
        )
    elif found.changed:
        say("Nothing was written.")
        hint("`spoor calibrate --accept` puts the new numbers in force.")


def _undo(caller: Caller, why: str | None, *, as_json: bool) -> None:
    """Put the calibration before the one in force back."""
    from ingest.calibrating import undo

    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting):
        before, after = undo(workspace, why=why, who=caller.who)
    if as_json:
        print_json({"undone": before, "in_force": after})
    else:
        say(f"{after} is in force again, in place of {before}.")


def _hide(caller: Caller, layer: str, as_of: str | None, *, as_json: bool) -> None:
    """Test what the others find without one layer."""
    from app.calibrating import hidden_data, hide_layer

    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting), show_progress() as steps:
        found = hide_layer(workspace, layer, steps, as_of=as_of)
    if as_json:
        print_json(hidden_data(found))
    else:
        _print_hidden(found)


def _resolve(caller: Caller, as_of: str | None, *, as_json: bool) -> None:
    """Show how the ties are cut, beside chance and beside other resolutions."""
    from app.commands.resolution_told import print_resolved
    from app.resolving import check_resolution, resolved_data

    workspace = caller.workspace()
    with workspace.writer(on_wait=say_waiting), show_progress() as steps:
        found = check_resolution(workspace, steps, as_of=as_of)
    if as_json:
        print_json(resolved_data(found))
    else:
        print_resolved(found)


def _print_proposed(found: Proposed, dependence: pl.DataFrame) -> None:
    """Print numbers old and new, and what they would change."""
    say(
        f"Compared: all pairs of {count(found.accounts, 'account')} that show something; "
        f"{count(found.pairs, 'pair')} of them share some of it."
    )
    say()
    print_table(
        ("number", "now", "new", "estimate", "95% from", "to", "pairs", ""),
        [
            (each.name, f"{each.old:g}", f"{each.new:g}", _plain(each.estimate), _plain(each.low),
             _plain(each.high), round(each.pairs), f"kept: {each.kept}" if each.kept else "")
            for each in found.numbers
        ],
    )  # fmt: skip
    say()
    for row in dependence.head(SHOWN).iter_rows(named=True):
        say(
            f"{row['first']} and {row['second']} agree together more often than independence "
            f"allows: among {count(row['pairs'], 'pair')} that other layers tie, in "
            f"{row['both_agree']:,} where {row['expected']:.1f} were expected. Their evidence may "
            "be counted too high where both agree."
        )
    if not found.changed:
        say("No number would change.")
        return
    _print_effect(found.effect)


def _print_effect(effect: Effect) -> None:
    """Print what detection would find differently."""
    say(
        f"With the new numbers there would be {count(effect.ties_after, 'tie')} instead of "
        f"{effect.ties_before:,} ({len(effect.ties_gained):,} gained, {len(effect.ties_lost):,} "
        f"lost) and {count(effect.clusters_after, 'cluster')} instead of "
        f"{effect.clusters_before:,} ({len(effect.clusters_gained):,} gained, "
        f"{len(effect.clusters_lost):,} lost, {len(effect.clusters_changed):,} with other "
        f"members). {count(len(effect.accounts), 'account')} would be affected."
    )
    for what, ties in (("gained", effect.ties_gained), ("lost", effect.ties_lost)):
        for row in ties.head(SHOWN).iter_rows(named=True):
            pair = f"{row['account_a']} and {row['account_b']}"
            say(f"tie {what}: {pair} ({row['score']:+.1f} bits)", indent=2)
        if len(ties) > SHOWN:
            say(f"… and {len(ties) - SHOWN:,} more {what}; --json lists them all.", indent=2)
    for what, clusters in (
        ("gained", effect.clusters_gained),
        ("lost", effect.clusters_lost),
        ("changed", effect.clusters_changed),
    ):
        for row in clusters.head(SHOWN).iter_rows(named=True):
            members = count(len(row["accounts"]), "account")
            say(f"cluster {what}: {row['cluster_id']}, {members}", indent=2)


def _print_hidden(found: HiddenTest) -> None:
    """Print a hidden-layer test in sentences."""
    say(
        f"{found.layer} was hidden: its evidence was taken out, and covered where other texts, "
        f"names and descriptions hold it. {count(found.shown_by, 'account')} show something of "
        "their own in it; what seems to serve strangers is left out."
    )
    say(
        f"Recovered: of the pairs that {found.layer} alone would tie, the other layers tie "
        f"{_in_words(found.recovered)}; where both accounts show something in another layer, "
        f"{_in_words(found.recovered_of_seen)}."
    )
    say(
        f"Confirmed: the other layers make {count(found.ties_without, 'tie')}. Of those whose "
        f"accounts both show something in {found.layer}, {_in_words(found.agreeing)} agree in it; "
        f"of any two accounts that do, {_small(found.base)}."
    )
    if found.precision is not None:
        taken = (
            f"Accounts of one operation are taken to agree in {found.layer} in "
            f"{share(found.agree)} of cases."
        )
        if found.precision < 1:
            say(f"{taken} By that, about {share(found.precision)} of those ties would be right.")
        else:
            say(f"{taken} These agree as often: nothing here speaks against them.")
    say(
        "Neither is the truth: an operation may use something else for each account, and strangers "
        "may share something. `spoor audit` asks people."
    )


def _in_words(found: Share) -> str:
    """Write a share with its counts and interval."""
    if found.share is None:
        return "none of 0"
    return (
        f"{found.hits:,} of {found.trials:,} ({share(found.share)}, 95% interval "
        f"{share(found.low)} to {share(found.high)})"
    )


def _small(found: Share) -> str:
    """Write a share that may be very small."""
    if not found.share:
        return f"none of {count(found.trials, 'pair')} does"
    return f"{found.hits:,} of {count(found.trials, 'pair')} do (1 in {round(1 / found.share):,})"


def _plain(value: float | None) -> str | None:
    """Write an estimate, or nothing."""
    return None if value is None else f"{value:.3g}"
