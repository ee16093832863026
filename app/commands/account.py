"""``spoor account``: one account, with everything known of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.caller import caller_of, open_graph
from app.commands.printing import one_line, print_json, say, shown, weight
from app.words import count
from graph.errors import NotFound

if TYPE_CHECKING:
    from graph.lookup.accounts import Account, AccountTie, Alias, DatedName, Membership
    from graph.lookup.images import ShownImages
    from graph.lookup.links import Link
    from graph.lookup.taxa import AccountTaxon
    from graph.lookup.trades import AccountTrade
    from graph.store import GraphStore
    from graph.workspace import Workspace

OWN = "own"
SHOWN = 20
POSTS_SHOWN = 5
TEXT_SHOWN = 200


def account(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help="Such as telegram:user123.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Show one account: details, posts, ties with reasons."""
    from app.own_account import is_own, own_account

    workspace = caller_of(ctx).workspace()
    key = _of_handle(workspace, key)
    found = own_account(workspace, key) if is_own(workspace, key) else _find(workspace, key)
    if as_json:
        print_json(account_data(found))
    else:
        _print(found)


def _of_handle(workspace: Workspace, key: str) -> str:
    """Give the key of the account whose handle was named, where its id is known."""
    from ingest.handles import is_of_handle
    from ingest.screened import Screened

    return Screened(workspace).handles.accounts.get(key, key) if is_of_handle(key) else key


def _find(workspace: Workspace, key: str) -> Account:
    """Find an account in the graph."""
    from graph.lookup.accounts import find_account

    with open_graph(workspace) as store:
        found = find_account(store, key)
        if found is None:
            raise unknown_account(store, key)
        return found


def unknown_account(store: GraphStore, key: str) -> NotFound:
    """Say that the graph lacks an account that was named, and which are most like it."""
    from graph.lookup.search import nearest_accounts

    near = nearest_accounts(store, key)
    hint = f"nearest: {', '.join(near)}" if near else "`spoor search` finds by any word"
    return NotFound(f"Account {key} is not in the graph; {hint}.")


def account_data(found: Account) -> dict[str, Any]:
    """Give an account as plain data, in the shape of the command line's contract."""
    from app.localities import told_by_country

    return {
        "key": found.key,
        "platform": found.platform,
        "handle": found.handle,
        "name": found.name,
        "names": list(found.names),
        "dated_names": [asdict(each) for each in found.dated_names],
        "same_as": [asdict(each) for each in found.aliases],
        "url": found.url,
        "bio": found.bio,
        "category": found.category,
        "own": found.category == OWN,
        "groups": [asdict(group) for group in found.groups],
        "contact_details": [
            {"key": detail.pop("detail_key"), **detail} for detail in map(asdict, found.details)
        ],
        "posts": [asdict(told_by_country(post)) for post in found.posts],
        "posts_in_all": found.posts_in_all,
        "groups_in_all": found.groups_in_all,
        "contact_details_in_all": found.details_in_all,
        "ties": [
            {
                "account_key": tie.account_key,
                "score": tie.score,
                "probability": tie.probability,
                "reasons": [asdict(reason) for reason in tie.evidence],
            }
            for tie in found.ties
        ],
        "links": [asdict(link) for link in found.links],
        "interactions": [asdict(trade) for trade in found.trades],
        "taxa": [asdict(taxon) for taxon in found.taxa],
        "images": asdict(found.images),
        "cluster": found.cluster.cluster_id if found.cluster else None,
    }


def _print(found: Account) -> None:
    """Print an account for a person."""
    say(f"{found.key}: {', '.join(found.names) or 'no name known'} ({found.category})")
    if len(found.dated_names) > 1:
        _print_list("Names", len(found.dated_names), map(_dated, found.dated_names))
    if found.aliases:
        _print_list("The same, says the platform", len(found.aliases), map(_alias, found.aliases))
    cluster = found.cluster
    say(
        f"Cluster: {cluster.cluster_id} of {count(cluster.size, 'account')}; `spoor cluster "
        f"{cluster.cluster_id}` shows it"
        if cluster
        else "Cluster: none"
    )
    _print_list("Groups", found.groups_in_all, map(_group, found.groups))
    _print_list(
        "Contact details",
        found.details_in_all,
        (
            f"{each.kind} {each.value}: in {count(each.posts, 'post')}; published by "
            f"{count(each.publishers, 'account')} in all"
            for each in found.details
        ),
    )
    if found.taxa:
        _print_list("Taxa named in its posts", len(found.taxa), map(_taxon, found.taxa))
    if found.images.shared_posts:
        _print_images(found.images)
    _print_ties(found.ties, found.ties_in_all)
    if found.trades:
        _print_list(
            "Turned to, or turned to by (no evidence of a tie)",
            len(found.trades),
            map(_trade, found.trades),
        )
    if found.links:
        _print_list("Recorded elsewhere", len(found.links), map(_link, found.links))
    if found.category == OWN:
        say(f"Posts: {count(found.posts_in_all, 'post')}; those of your own side are not shown.")
        return
    latest = found.posts[:POSTS_SHOWN]
    say(f"Posts (latest {len(latest)} of {found.posts_in_all:,}):" if latest else "Posts: none")
    for post in latest:
        text = one_line(post.text)
        cut = f"{text[:TEXT_SHOWN]}…" if len(text) > TEXT_SHOWN else text or "(no text)"
        passed_on = f"(words of {one_line(post.forwarded_from)}) " if post.forwarded_from else ""
        say(f"{post.key}: {passed_on}{cut}", indent=2, label=f"{shown(post.posted_at)}  ")


def _print_images(images: ShownImages) -> None:
    """Print how many pictures others show as well, and who."""
    posts = count(images.shared_posts, "post")
    pictures = count(images.shared_pictures, "picture")
    say(f"Pictures: {posts} of {images.posts:,} with one show {pictures} that others show as well")
    for each in images.accounts[:SHOWN]:
        name = each.name or (f"@{each.handle}" if each.handle else "no name known")
        say(f"{each.account_key} ({name}): {count(each.pictures, 'picture')}", indent=2)
    if len(images.accounts) > SHOWN:
        say(f"… and {len(images.accounts) - SHOWN:,} more; --json lists them.", indent=2)


def _dated(each: DatedName) -> str:
    """Write a name with the day it was first seen."""
    return f"{each.name}, first seen {shown(each.since)}" if each.since else each.name


def _alias(each: Alias) -> str:
    """Write another key of the same account."""
    since = f", {shown(each.since)}" if each.since else ""
    order = "later" if each.is_later else "earlier"
    return f"{each.account_key} ({order}): {each.reason or 'no reason given'}{since}"


def _link(each: Link) -> str:
    """Write a relation that is no post, with who says so."""
    ends = (
        f"{name} ({key})" if name else key
        for name, key in ((each.from_name, each.from_key), (each.to_name, each.to_key))
    )
    facts = (
        shown(each.occurred_at) if each.occurred_at else each.occurred_at_raw,
        " ".join(filter(None, (each.amount, each.currency))),
        f"says {each.origin}" if each.origin else None,
        f"graded {each.grade}" if each.grade else None,
        each.handling,
    )
    return ", ".join(filter(None, (f"{each.kind}: {' to '.join(ends)}", *facts)))


def _trade(each: AccountTrade) -> str:
    """Write who turned to whom, and how."""
    arrow = "→" if each.is_outgoing else "←"
    name = each.name or (f"@{each.handle}" if each.handle else "no name known")
    said = " ".join(turn.sentence for turn in each.turns)
    return f"{arrow} {each.account_key} ({name}): {said}"


def _taxon(each: AccountTaxon) -> str:
    """Write a taxon with its listing and how often it is named and offered."""
    listed = f" ({each.listed})" if each.listed else ""
    return (
        f"{each.scientific_name}{listed}: in {count(each.named, 'post')}, "
        f"{each.offered:,} of them offering or seeking goods"
    )


def _group(each: Membership) -> str:
    """Write a group with the account's role and times in it."""
    facts = (
        each.role,
        f"joined {shown(each.joined_at)}" if each.joined_at else None,
        f"left {shown(each.left_at)}" if each.left_at else None,
        f"last seen {shown(each.last_seen)}" if each.last_seen and not each.left_at else None,
        count(each.members, "known member"),
    )
    return f"{each.name or each.group_key}: {', '.join(fact for fact in facts if fact)}"


def _print_list(heading: str, many: int, lines: Iterable[str]) -> None:
    """Print the first lines of a list under its heading."""
    say(f"{heading}:" if many else f"{heading}: none")
    for line, _ in zip(lines, range(SHOWN), strict=False):
        say(line, indent=2)
    if many > SHOWN:
        say(f"… and {many - SHOWN:,} more; --json lists them all.", indent=2)


def _print_ties(ties: list[AccountTie], in_all: int) -> None:
    """Print the strongest ties with what speaks for and against them."""
    say(f"Ties (strongest {min(SHOWN, len(ties))} of {in_all:,}):" if ties else "Ties: none")
    for tie in ties[:SHOWN]:
        name = tie.name or (f"@{tie.handle}" if tie.handle else "no name known")
        say(f"{tie.account_key} ({name}): probability {tie.probability:.2f}", indent=2)
        for reason in tie.evidence:
            say(reason.sentence, indent=4, label=weight(reason.bits, counted=reason.counted))
