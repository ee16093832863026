"""``spoor lexicon``: the words that tell of trade, how they are used, and which may be missing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from app.commands.caller import caller_of, messages
from app.commands.printing import one_line, print_json, print_table, say, shown, visible
from app.words import count

USES_SHOWN = 20
CANDIDATES_SHOWN = 30
NOT_READ = (
    "The posts were not read with the lexicon as it stands now; `spoor rebuild` reads them again."
)
OF_WORDS = (
    "A score says how much a word tells of goods where it stands, 0 to 1, and nothing about a "
    "person; what else the account posts is not looked at."
)

lexicon_app = typer.Typer(
    help="List, check and try the words that tell of trade.\n\nThe workspace's own stand in its "
    "lexicon.yaml, over those that are shipped.",
    invoke_without_command=True,
)


@lexicon_app.callback()
def list_all(
    ctx: typer.Context,
    role: Annotated[
        str | None, typer.Option(metavar="ROLE", help="Only entries of this role (code, offered).")
    ] = None,
    used: Annotated[bool, typer.Option("--used", help="Only entries that some post uses.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """List every entry, with how it is used and how often that was found right."""
    if ctx.invoked_subcommand is not None:
        return
    from app.lexicon_data import list_entries
    from graph.errors import UsageError
    from ingest.extract.lexicon.entry import ROLES

    if role is not None and role not in ROLES:
        raise UsageError(f"--role {role}: name one of {', '.join(ROLES)}.")
    found = [
        entry
        for entry in list_entries(caller_of(ctx).planned_workspace())
        if (role is None or entry["role"] == role) and (not used or entry["hits"])
    ]
    if as_json:
        print_json(found)
        return
    print_table(
        ("entry", "words", "language", "role", "meaning", "verified", "source", "hits", "counted",
         "accounts", "precision"),
        [
            (
                each["id"], ", ".join(each["words"][:3]) + (" …" if len(each["words"]) > 3 else ""),
                each["languages"], each["role"], each["meaning"],
                "yes" if each["verified"] else "no", each["source"], each["hits"], each["counted"],
                each["accounts"], _precision(each),
            )
            for each in found
        ],
    )  # fmt: skip
    if found and found[0]["hits"] is None:
        messages.print(NOT_READ)


@lexicon_app.command()
def show(
    ctx: typer.Context,
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="Its id, from `spoor lexicon`.")],
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="Most posts shown.")] = USES_SHOWN,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Show one entry and the posts that use it."""
    from app.lexicon_data import show_entry

    found = show_entry(caller_of(ctx).planned_workspace(), entry, limit)
    if as_json:
        print_json(found)
        return
    verified = "verified" if found["verified"] else "not verified"
    say(f"{found['id']} ({found['role']}): {found['meaning']}.")
    say(f"Source: {found['source']}, {verified}.")
    say(f"Words: {', '.join(found['words'])}. Languages: {shown(found['languages']) or 'any'}.")
    if found["ambiguous"] or found["with"]:
        say(f"Ambiguous; it counts beside {'; or '.join(found['with'] or _usual())}.")
    say(
        f"{count(found['hits'], 'post')} of {count(found['accounts'], 'account')}, it counts in "
        f"{found['counted']:,}; precision {_precision(found)}."
    )
    if not found["uses"]:
        return
    say()
    print_table(
        ("post", "text", "score", "because", "judged"),
        [
            (use["post_key"], one_line(use["excerpt"]), use["score"], use["because"], use["judged"])
            for use in found["uses"]
        ],
    )
    if found["hits"] > len(found["uses"]):
        say(f"{len(found['uses'])} of {found['hits']:,} posts; --limit shows more.")
    say(OF_WORDS)


@lexicon_app.command()
def check(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A lexicon.yaml.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Check a file of the lexicon and say what it changes.

    Such a file holds `entries:` (each with id, words, role, meaning; further languages, source,
    verified, ambiguous, with, except, taxon), `remove:` (ids), `cues:` and `remove_cues:` (words
    by the kind of contact detail that they announce). As lexicon.yaml in the workspace it lies
    over what is shipped; `spoor rebuild` then reads the posts again.
    """
    from app.lexicon_data import check_file

    found = check_file(file)
    if as_json:
        print_json(found)
        return
    for what in ("added", "changed", "removed"):
        if found[what]:
            say(f"{what.capitalize()} ({len(found[what])}): {', '.join(found[what])}.")
    for what in ("cues_added", "cues_removed"):
        for kind, words in found[what].items():
            say(f"Words that announce {kind}, {what.removeprefix('cues_')}: {', '.join(words)}.")
    for name, near in found["not_there"].items():
        messages.print(visible(f"There is no entry {name} to remove (nearest: {', '.join(near)})."))
    if not any(found.values()):
        say("The file is sound and changes nothing.")


@lexicon_app.command("try")
def try_text(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="As a post would say it.")],
    region: Annotated[
        str | None,
        typer.Option(metavar="CC", help="Country whose national phone numbers are meant (ID, TH)."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Say which entries a text uses, and why they count or do not."""
    from app.lexicon_data import try_words

    found = try_words(caller_of(ctx).planned_workspace(), text, region)
    if as_json:
        print_json(found)
        return
    if not found:
        messages.print("No entry of the lexicon fires on this text.")
        return
    print_table(
        ("word", "entry", "role", "meaning", "score", "because"),
        [
            tuple(row[name] for name in ("raw", "entry", "role", "meaning", "score", "because"))
            for row in found
        ],
    )
    say(OF_WORDS)


@lexicon_app.command()
def candidates(
    ctx: typer.Context,
    least: Annotated[
        int,
        typer.Option(
            "--accounts", metavar="N", min=1, help="Accounts of confirmed clusters that use a word."
        ),
    ] = 3,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="Most words shown.")
    ] = CANDIDATES_SHOWN,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """List words that confirmed clusters use unusually often.

    Confirm clusters first: `spoor judge cluster ID confirm`.
    """
    from dataclasses import asdict

    from ingest.judgements import confirmed_members
    from ingest.lexicon_candidates import candidates as find
    from ingest.lexicon_uses import is_read

    workspace = caller_of(ctx).workspace()
    confirmed = confirmed_members(workspace)
    is_current = is_read(workspace)
    found = find(workspace, least_accounts=least, limit=limit) if confirmed and is_current else []
    if as_json:
        print_json([asdict(each) for each in found])
    if not confirmed:
        messages.print(
            "No cluster stands confirmed; `spoor judge cluster ID confirm` confirms one that was "
            "checked."
        )
    elif not is_current:
        messages.print(NOT_READ)
    elif not found:
        messages.print("No word of the confirmed clusters is unusual among them.")
    elif not as_json:
        print_table(
            ("word", "accounts of confirmed clusters", "other accounts", "standard errors"),
            [
                (each.word, f"{each.accounts:,} of {each.of_accounts:,}",
                 f"{each.others:,} of {each.of_others:,}", each.errors)
                for each in found
            ],
        )  # fmt: skip
        say("A word here is a lead for the lexicon, no more; look at the posts before adding it.")


def _precision(entry: dict[str, Any]) -> str:
    """Write how often the use of an entry was found right."""
    judged = entry["confirmed"] + entry["rejected"]
    if not judged:
        return "not judged"
    return f"{entry['precision']:.2f} ({entry['confirmed']} of {judged})"


def _usual() -> tuple[str, ...]:
    """The company that ambiguous words need that ask for none of their own."""
    from ingest.extract.lexicon.company import USUAL

    return USUAL
