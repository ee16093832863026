"""What the user should read about a page: what was assumed, what is not in it."""

from __future__ import annotations

from collections.abc import Iterator

_SENTENCES = {
    "no ids": (
        "this export carries no ids, so that people are known only by the names they show in "
        "this chat; export the chat as JSON if you can, or name it with --chat"
    ),
    "no ids of people": (
        "this export carries no ids, so that people are known only by the names they show in "
        "this chat; export the chat as JSON if you can"
    ),
    "offset": (
        "its times are taken as printed, with an offset that does not change in summer; where "
        "clocks do, name the exporter's zone with --timezone, or summer is an hour off"
    ),
    "elsewhere": (
        "its times are printed with an offset that {zone} does not have, so that they are taken "
        "as printed; name the exporter's zone with --timezone"
    ),
    "no zone": (
        "its times say no time zone and are taken as UTC; name the exporter's zone with --timezone"
    ),
    "deleted": (
        "posts of deleted accounts, which are all called 'Deleted Account', are nobody's; they may "
        "be several people's"
    ),
    "service": (
        "rows about joining and leaving carry no time of their own and are dated by the message "
        "before them, or by their day"
    ),
    "unknown": "{unknown:,} service rows are of no kind that is known; nothing was taken from them",
    "cut": "the page ends before its markup does; get it again, for the rest may be missing",
    "empty": "the chat holds no messages",
    "list": "it is a list, not a chat; nothing of it was read",
    "front": (
        "it is the first page of a whole account, not a chat; nothing of it was read (mark that "
        "account's names in the chats as your own with `spoor own`)"
    ),
    "private": (
        "it is from a whole account and does not show that '{title}' is a group or channel, so "
        "that nothing of it was read; name the chat with --private to read it"
    ),
}


class Notices:
    """Collects what the user should read, each thing once.

    Parameters
    ----------
    name : str
        What the user calls the file.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._sentences: dict[str, str] = {}

    def add(self, what: str, **said: object) -> None:
        """Add a sentence by its name, filled in; it replaces one of the same name."""
        self._sentences[what] = f"{self._name}: {_SENTENCES[what].format(**said)}."

    def __iter__(self) -> Iterator[str]:
        return iter(self._sentences.values())
