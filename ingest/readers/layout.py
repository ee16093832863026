"""How a table file is laid out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """How a table file is laid out.

    Attributes
    ----------
    delimiter, encoding : str or None
        Of a delimited file; null means that they are found out.
    sheet : str or None
        Of a spreadsheet; null means every sheet that holds the table.
    header_row : int
        The row of the column names, counted from 1; what stands before it is passed over.
    beyond, lacking : int
        How many cells a row may have beyond those of the header (named ``column 13`` and so on),
        and how many of the last it may lack.
    items : str or None
        Of a JSON document: the names that lead to the list of its rows (``data.posts``); empty
        where the document is the list; null means that it is found out.
    """

    delimiter: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    header_row: int = 1
    items: str | None = None
    beyond: int = 0
    lacking: int = 0
