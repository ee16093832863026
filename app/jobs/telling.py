"""Whoever wants to hear how far the work of this process has come, beside a person's terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Listener = Callable[[str, int, int], None]
"""Called with what is being done, work done and work in all."""

WAITING = "Waiting for another command"

_listeners: list[Listener] = []


def tell(step: str, done: int, in_all: int) -> None:
    """Tell those who listen, if any do."""
    for each in _listeners:
        each(step, done, in_all)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Have somebody listen for the length of a ``with`` block."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)
