"""What a source says besides, to be kept with the post under its own names."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from ingest.readers.columns import COLUMNS, TOLD
from ingest.readers.json_values import mapping, text

_NAMES = frozenset((*COLUMNS, *TOLD))
_EMPTY: tuple[object, ...] = (None, "", [], {})


def rest(
    value: object, *taken: str, lists: Collection[str] = (), objects: Collection[str] = ()
) -> dict[str, Any]:
    """Give what else an object says, but for what is told already and for what is empty.

    Parameters
    ----------
    value : object
        As read from JSON.
    *taken : str
        Names of the fields whose text is told.
    lists, objects : collection of str
        Names of the fields whose list or object is told.

    Returns
    -------
    dict
        A field that is told but is of another kind than it should be is among them. A name that
        is also a told column's is marked as the source's.
    """
    return {
        f"{name} (source)" if name in _NAMES else name: found
        for name, found in mapping(value).items()
        if found not in _EMPTY
        and not (name in taken and text(found) is not None)
        and not (name in lists and isinstance(found, list))
        and not (name in objects and isinstance(found, dict))
    }
