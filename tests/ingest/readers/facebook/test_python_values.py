from __future__ import annotations

import pytest

from ingest.readers.facebook.python_values import LONGEST, read_value


def test_lists_and_objects_are_read() -> None:
    cell = "[{'a': None, 'b': -1, 'c': (True, 2.5), 'd': datetime.datetime(2026, 3, 1, 16, 0)}]"
    assert read_value(cell) == [{"a": None, "b": -1, "c": [True, 2.5], "d": "2026-03-01T16:00:00"}]


@pytest.mark.parametrize(
    "cell",
    [
        "jual murai",
        "[ready stock] murai",
        "[<generator object at 0x7f>]",
        "[__import__('os').getcwd()]",
        "[datetime.datetime(2026, 13, 1)]",
        "[datetime.datetime('x', *[1])]",
        "['unfinished",
        "['\\ud800\0']",
        "[" * 3_000,
        "[" + "1," * LONGEST,
    ],
)
def test_anything_else_stays_as_it_is(cell: str) -> None:
    assert read_value(cell) == cell


def test_nothing_in_a_cell_is_run() -> None:
    assert read_value("[print('run')]") == "[print('run')]"
