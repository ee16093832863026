"""Values that Python printed: read without running anything, refused or left as they are."""

from __future__ import annotations

import pytest

from ingest.readers.python_values import LONGEST, read_cell, read_value
from ingest.readers.refusal import Refusal


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("{'a': [1, -2.5, None, True, (3,)]}", {"a": [1, -2.5, None, True, [3]]}),
        ("{1, 2}", [1, 2]),
        ("set()", []),
        ("b'\\xff'", "ff"),
        ("datetime.datetime(2026, 3, 1, 10, 15)", "2026-03-01T10:15:00.000000"),
        ("datetime.date(2026, 3, 1)", "2026-03-01T00:00:00.000000"),
        (
            "datetime.datetime(2026, 3, 1, 10, 15, 1, 5, tzinfo=datetime.timezone.utc)",
            "2026-03-01T10:15:01.000005+00:00",
        ),
        (
            "datetime.datetime(2026, 3, 1, tzinfo=datetime.timezone("
            "datetime.timedelta(days=-1, seconds=68400)))",
            "2026-03-01T00:00:00.000000-05:00",
        ),
        ("datetime.datetime(2026, 3, 1, 9, tzinfo=tzutc())", "2026-03-01T09:00:00.000000+00:00"),
    ],
)
def test_values(printed: str, value: object) -> None:
    assert read_value(printed, "f") == value


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "open('x')",
        "__import__('os').system('true')",
        "datetime.datetime.now()",
        "datetime.datetime(2026, 3)",
        "datetime.datetime(2026, 3, 1, tzinfo=zone('Asia/Jakarta'))",
        "datetime.datetime(2026, 3, 1, tzinfo=open('x'))",
        "datetime.datetime(*[1, 2, 3])",
        "f'{1}'",
        "'a' + 'b'",
        "2 ** 99999999",
        "[x for x in y]",
        "lambda: 1",
        "{**a}",
        "[" * 99,
        "[" * 200_000,
        "-" * 200_000 + "1",
        "9" * 10_000,
    ],
)
def test_nothing_is_run(printed: str) -> None:
    with pytest.raises(Refusal, match="the cell is no value as Python prints it"):
        read_value(printed, "f")


def test_lists_and_objects_are_read() -> None:
    cell = "[{'a': None, 'b': -1, 'c': (True, 2.5), 'd': datetime.datetime(2026, 3, 1, 16, 0)}]"
    assert read_cell(cell) == [{"a": None, "b": -1, "c": [True, 2.5], "d": "2026-03-01T16:00:00"}]


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
    assert read_cell(cell) == cell


def test_nothing_in_a_cell_is_run() -> None:
    assert read_cell("[print('run')]") == "[print('run')]"
