"""What the user should know about how an export was read."""

from __future__ import annotations

from graph.keys import fold
from ingest.readers.options import ReadOptions
from ingest.readers.telegram.gathered import Gathered
from ingest.readers.telegram.walk import Passed, Walk


def notices_of(name: str, walk: Walk, gathered: Gathered, options: ReadOptions) -> tuple[str, ...]:
    """Say what was assumed, what was passed over, and which wishes nothing met.

    Parameters
    ----------
    name : str
        What the user calls the file.
    walk : Walk
        At its end.
    gathered : Gathered
    options : ReadOptions

    Returns
    -------
    tuple of str
    """
    found = []
    if gathered.zone_assumed:
        found.append(
            f"{name}: its times name no time zone, and UTC was assumed; name the exporter's with "
            "--timezone (as in Asia/Jakarta)."
        )
    if passed := _passed(walk.passed):
        found.append(f"{name}: {passed} passed over; name them with --private to read them.")
    if walk.is_account:
        unmet = sorted(wish for wish in options.private if fold(wish) not in walk.passed.met)
        found += [f"{name}: nothing private in it is called '{wish}'." for wish in unmet]
    return tuple(found)


def _passed(passed: Passed) -> str:
    """Count what was passed over, with its verb."""
    counts = {
        "private chat": passed.chats,
        "contact": passed.contacts,
        "session": passed.sessions,
    }
    parts = [
        f"{count:,} {word}{'' if count == 1 else 's'}" for word, count in counts.items() if count
    ]
    if not parts:
        return ""
    *most, last = parts
    verb = "was" if sum(counts.values()) == 1 else "were"
    return f"{', '.join(most)} and {last} {verb}" if most else f"{last} {verb}"
