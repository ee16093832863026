"""What a reader is: a format that can be read, how it is recognised, and the reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.records import Batch
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions

Read = Callable[[Path, str, ReadOptions], Iterator[Batch]]


def _never(looks: Looks) -> bool:
    """Leave the recognising to `ingest.readers.detect`."""
    return False


@dataclass(frozen=True)
class Reader:
    """A format that can be read.

    Attributes
    ----------
    name : str
        What ``--format`` and reports call it.
    title : str
        What people call the format.
    example : str
        A file of it as the tool names it, or how its header begins.
    read : callable
        From a file, the user's name for it and options to batches of records.
    fits : callable
        Whether a table or JSON that begins in a certain way is of this format. A file that fits
        several is read as none of them, until the user says which.
    version : str
        Changes when the same bytes would give other records.
    """

    name: str
    title: str
    example: str
    read: Read
    fits: Callable[[Looks], bool] = _never
    version: str = "1"
