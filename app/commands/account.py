"""``spoor account``: one account, with everything known of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import typer

from app.commands.caller import caller_of, open_store
from app.commands.printing import print_json, results, shown, visible
from graph.errors import NotFound
from graph.lookup.accounts import Account, find_account
from graph.lookup.search import nearest_accounts

POSTS_SHOWN = 5


def account(
    ctx: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help="Such as telegram:user123.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Show one account: names, groups, contact details, posts, ties with reasons."""
    with open_store(caller_of(ctx).workspace()) as store:
        found = find_account(store, key)
        if found is None:
            near = nearest_accounts(store, key)
            hint = f"nearest: {', '.join(near)}" if near else "`spoor search` finds by any word"
            raise NotFound(f"account {visible(key)} is not in the graph; {hint}.")
    if as_json:
        print_json(account_data(found))
    else:
        _print(found)


def account_data(found: Account) -> dict[str, Any]:
    """Give an account as plain data, in the shape of the command line's contract."""
    return {
        "key": found.key,
        "platform": found.platform,
        "handle": found.handle,
        "name": found.name,
        "names": list(found.names),
        "url": found.url,
        "bio": found.bio,
        "category": found.category,
        "groups": [asdict(group) for group in found.groups],
        "contact_details": [
            {"key": detail.pop("detail_key"), **detail} for detail in map(asdict, found.details)
        ],
        "posts": [asdict(post) for post in found.posts],
        "posts_in_all": found.posts_in_all,
        "ties": [
            {
                "account_key": tie.account_key,
                "score": tie.score,
                "probability": tie.probability,
                "reasons": [asdict(reason) for reason in tie.evidence],
            }
            for tie in found.ties
        ],
        "cluster": found.cluster.cluster_id if found.cluster else None,
    }


def _print(found: Account) -> None:
    """Print an account for a person."""
    say = results.print
    say(visible(f"{found.key}: {', '.join(found.names) or 'no name known'} ({found.category})"))
    cluster = found.cluster
    say(f"Cluster: {f'{cluster.cluster_id} ({cluster.size} accounts)' if cluster else 'none'}")
    say("Groups:")
    for group in found.groups:
        say(visible(f"  {group.name or group.group_key} ({group.members} known members)"))
    say("Contact details:")
    for detail in found.details:
        say(
            visible(f"  {detail.kind} {detail.value}: {detail.posts} posts, ")
            + f"published by {detail.publishers} accounts"
        )
    say(f"Ties ({len(found.ties)} of {found.ties_in_all}):")
    for tie in found.ties:
        say(visible(f"  {tie.account_key} ({tie.name or 'no name'}): ") + f"{tie.probability:.2f}")
        for sentence in tie.reasons:
            say(visible(f"    {sentence}"))
    say(f"Posts (latest {min(POSTS_SHOWN, len(found.posts))} of {found.posts_in_all}):")
    for post in found.posts[:POSTS_SHOWN]:
        say(visible(f"  {shown(post.posted_at)} {post.key}: {(post.text or '')[:200]}"))
