"""What keys are called in a report, by their names and by the kind of thing that they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app import words as numbers
from app.report import words
from graph.keys import detail_parts, is_detail

_DETAIL_EVENTS = frozenset({"new_detail", "dropped_detail"})
_HANDLE, _TAXON, _PLACE, _GROUP = "handle:", "taxon:", "platform:", ":group:"


class Names:
    """Names of accounts, groups, posts, details, taxa and clusters.

    Parameters
    ----------
    report : mapping
        As in ``report.json``: its ``clusters`` and ``labels``.
    """

    def __init__(self, report: Mapping[str, Any]) -> None:
        self._names = {
            **{each["cluster"]: each["label"] for each in report["clusters"]},
            **report["labels"],
        }

    def called(self, key: str) -> str:
        """Give the name; of a key without one, the key."""
        return self._names.get(key, "").strip() or key

    def thing(self, key: str) -> tuple[str, str]:
        """Say what kind of thing a key stands for, and what it is called.

        Parameters
        ----------
        key : str
            Of a contact detail, a taxon, a group or a platform; others are of no kind.

        Returns
        -------
        (str, str)
            Kind, empty for none, and name.
        """
        if is_detail(key):
            return self._detail(key)
        if key.startswith(_TAXON):
            return words.SPECIES, self._else(key, key.removeprefix(_TAXON))
        if key.startswith(_PLACE):
            platform = numbers.platform(key.removeprefix(_PLACE))
            return words.PLACE, words.outside_of_groups(platform)
        return words.GROUP if _GROUP in key else "", self.called(key)

    def in_words(self, key: str) -> str:
        """Call a thing by its kind and its name, as in a sentence."""
        kind, name = self.thing(key)
        return f"{kind} {name}" if is_detail(key) else name

    def about(self, event: Mapping[str, Any]) -> tuple[str, str, str] | None:
        """Say what an event of an account is about.

        Parameters
        ----------
        event : mapping
            One of a report's ``account_events``.

        Returns
        -------
        (str, str, str) or None
            What kind of thing, its name, and its key, empty where there is none; None for an
            event about nothing but the account.
        """
        value, kind = event.get("value"), event["kind"]
        if not value:
            return None
        if kind == "new_role":
            return words.ROLE, numbers.role(value), ""
        if kind == "burst":
            return words.POSTS_IN_SEVEN_DAYS, value, ""
        title, name = self._detail(value) if kind in _DETAIL_EVENTS else self.thing(value)
        return title or words.ABOUT, name, value if name != value else ""

    def _detail(self, key: str) -> tuple[str, str]:
        """Name the kind of a contact detail, and the detail."""
        kind, value = detail_parts(key)
        known = kind in numbers.KINDS or not key.startswith(_HANDLE)
        title = numbers.kind(kind) if known else words.handle_of(numbers.platform(kind))
        return title, self._else(key, value)

    def _else(self, key: str, value: str) -> str:
        """Give the name; of a key without one, the value within it."""
        name = self.called(key)
        return name if name != key else value
