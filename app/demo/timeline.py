"""All that is said and all that happens, in order of time, each with its number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.demo.people import Event, Post

Entry = Post | Event


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Sort posts and events by time, and number them.

    Parameters
    ----------
    entries : iterable of Post or Event
        Each gets its ``post_id``: counted per chat on Telegram, where events count as well; over
        all of them elsewhere.

    Returns
    -------
    list of Post or Event
    """
    ordered = sorted(entries, key=lambda entry: (entry.posted_at, entry.account.key))
    counted: Counter[str] = Counter()
    for number, entry in enumerate(ordered, start=1):
        group = entry.group
        if group is not None and group.platform == "telegram":
            counted[group.key] += 1
            entry.post_id = str(counted[group.key])
        else:
            entry.post_id = f"998{number:012d}"
    return ordered
