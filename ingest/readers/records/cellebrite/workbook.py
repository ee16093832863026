"""The Excel form of a report by Cellebrite's programs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, load_workbook

from graph.errors import SourceError
from graph.records import Batch
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.records.cellebrite.model import Found, Model
from ingest.readers.records.cellebrite.report import Report
from ingest.readers.records.cellebrite.sheet_cells import date_orders
from ingest.readers.records.cellebrite.sheets import KNOWN, MODELS, TIMES, Row, models_of
from ingest.readers.records.cellebrite.told import told
from ingest.readers.records.file_id import file_id
from ingest.readers.xlsx import as_text
from ingest.readers.xlsx_bounds import check_bounds

_DEVICE = frozenset({"device info", "device information", "device"})
_HEADER_WITHIN = 10
_FEWEST_KNOWN = 2
_OF_A_REPORT = MODELS.keys() - {"accounts", "email", "calls", "sms", "mms"} | _DEVICE


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read the Excel form of a report; see `ingest.readers.records.cellebrite.reader.read`.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Region, zone, and order of day and month where the times do not tell.

    Raises
    ------
    SourceError
        If the workbook cannot be read, or its times may be read in two ways.
    """
    check_bounds(path, name)
    own_id = file_id(path)
    try:
        with load_workbook(str(path)) as book:
            order = options.date_order or _order(book, name)
            found = partial(_found, book, order, path.stat().st_size)
            yield from told(found(), Report(found(), own_id, options), own_id, options)
    except CalamineError as error:
        raise SourceError(
            f"{name}: the spreadsheet cannot be read ({error}); save it anew as XLSX."
        ) from None


def _found(book: CalamineWorkbook, order: str, size: int) -> Iterator[Found]:
    """Give what the sheets hold."""
    for name in book.sheet_names:
        sheet, folded = book.get_sheet_by_name(name), name.strip().casefold()
        if folded in _DEVICE:
            yield from _device(sheet)
        elif folded in MODELS:
            header = _header(sheet)
            if header is None:
                problem = "no header is known in the first rows of this sheet"
                yield Found("model", name, Model(""), bytes_read=size, problem=problem)
                continue
            for each in models_of(folded, _rows(sheet, header), order):
                yield each.at(size)
        else:
            rows = sum(any(as_text(cell).strip() for cell in cells) for cells in sheet.iter_rows())
            kind = f"rows of sheet '{name}'"
            yield from (Found("model", kind, Model(kind)) for _ in range(rows))


def _order(book: CalamineWorkbook, name: str) -> str:
    """Tell the order of day and month from all times."""
    sheets = (
        book.get_sheet_by_name(sheet_name)
        for sheet_name in book.sheet_names
        if sheet_name.strip().casefold() in MODELS
    )
    times = (
        row[column]
        for sheet in sheets
        if (header := _header(sheet)) is not None
        for _, row in _rows(sheet, header)
        for column in TIMES
        if column in row
    )
    left = date_orders(times)
    if len(left) == 1:
        return left.pop()
    raise SourceError(
        f"{name}: its dates do not tell whether the day or the month stands first; pass "
        "--date-order dmy or mdy."
    )


def _header(sheet: CalamineSheet) -> int | None:
    """Find the row of the column names, from 1."""
    for number, cells in enumerate(islice(sheet.iter_rows(), _HEADER_WITHIN), start=1):
        said = {as_text(cell).strip().casefold() for cell in cells}
        if len(KNOWN & said) >= _FEWEST_KNOWN:
            return number
    return None


def _rows(sheet: CalamineSheet, header: int) -> Iterator[tuple[str, Row]]:
    """Give the rows below the header: the filled cells by column, case folded."""
    names: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        said = [as_text(cell).strip() for cell in cells]
        if number == header:
            names = _named(said)
        row = {name: cell for name, cell in zip(names, said, strict=False) if cell}
        if number > header and row:
            yield f"{sheet.name} row {number}", row


def _named(cells: list[str]) -> list[str]:
    """Name the columns, each differently."""
    names: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = cell.casefold() or f"column {number}"
        names.append(f"{name} {number}" if name in names else name)
    return names


def _device(sheet: CalamineSheet) -> Iterator[Found]:
    """Give what is said of the telephone: the last two filled cells of each row."""
    for cells in sheet.iter_rows():
        said = [text for cell in cells if (text := as_text(cell).strip())]
        if len(said) >= 2:
            yield Found("device", said[-2], Model("Device", fields={said[-2]: said[-1]}))


def _fits(looks: Looks) -> bool:
    """Whether a workbook has the sheets of a report."""
    if looks.kinds != {"table"} or "\n" in looks.text or "account_id" in looks.names:
        return False
    sheets = {name.strip().casefold() for name in looks.text.split(",")}
    return len(sheets & _OF_A_REPORT) > 1


WORKBOOK = Reader(
    name="cellebrite-xlsx",
    title="Cellebrite report as Excel (unverified)",
    example="Report.xlsx with the sheets Chats, Call Log, Contacts",
    read=read,
    fits=_fits,
)
