"""The ends of links: from what a source writes to the key of an account or contact detail.

Readers of other families tell links through `ingest.readers.records.link_rows.LinkRows`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from graph import keys
from ingest.extract import extract_details
from ingest.extract.phones import numbers
from ingest.readers.options import ReadOptions
from ingest.readers.placeholders import is_placeholder
from ingest.readers.records.apps import whatsapp_number
from ingest.readers.records.endpoint_forms import money_key
from ingest.readers.records.file_id import PLATFORM as RECORD
from ingest.readers.records.written_keys import key_as_written
from ingest.readers.refusal import Refusal
from ingest.readers.spreadsheet_damage import CUT_NUMBER, ERROR

LONGEST = keys.LONGEST_NAME
_CUT_NUMBER = re.compile(CUT_NUMBER)
_ERROR = re.compile(ERROR)
_NUMBER = re.compile(r"[+0-9()./\s-]{7,30}")


@dataclass(frozen=True)
class Endpoint:
    """One end of a link.

    Attributes
    ----------
    key : str or None
        Of an account or contact detail; null where it is refused.
    name : str or None
        What the source calls an account that is known only in this file.
    contact : str or None
        The contact details within that name, as written.
    problem : str or None
        Why it is refused.
    """

    key: str | None
    name: str | None = None
    contact: str | None = None
    problem: str | None = None

    @property
    def is_bare_number(self) -> bool:
        """Whether it is a number of which nobody says the country."""
        return self.name is not None and _NUMBER.fullmatch(self.name) is not None


class Endpoints:
    """Reads the ends of the links of one file.

    Parameters
    ----------
    file_id : str
        As `file_id.file_id` gives it: what is known only by a name is known in this file only.
    options : ReadOptions
        Its region tells national phone numbers, its platform bare handles.
    """

    def __init__(self, file_id: str, options: ReadOptions) -> None:
        self._file_id = file_id
        self._options = options

    def read(self, written: Collection[str]) -> dict[str, Endpoint]:
        """Read distinct ends.

        Parameters
        ----------
        written : collection of str
            Without outer blanks, none of them empty. A key as Spoor writes it stands as it is; a
            phone number, e-mail, address of a profile, IBAN or wallet becomes the contact detail
            that extraction would find; anything else is an account of this file.

        Returns
        -------
        dict of str to Endpoint
        """
        found: dict[str, Endpoint] = {}
        for each in written:
            try:
                key = self._plain(each)
            except Refusal as refusal:
                found[each] = Endpoint(None, problem=refusal.reason)
            else:
                if key is not None:
                    found[each] = Endpoint(key)
        details = self._details(each for each in written if each not in found)
        for each in written:
            if each not in found:
                found[each] = self._detail_or_name(each, details.get(each, []))
        return found

    def _plain(self, written: str) -> str | None:
        """Read what needs no extraction."""
        if len(written) > LONGEST:
            raise Refusal(None, f"it is longer than {LONGEST} characters")
        if _CUT_NUMBER.fullmatch(written):
            raise Refusal(None, f"'{written}' is a number that a spreadsheet cut short")
        if _ERROR.fullmatch(written):
            raise Refusal(None, f"'{written}' is a spreadsheet's error")
        if is_placeholder(written.rpartition(":")[2]):
            raise Refusal(None, f"'{written}' stands for anybody; it names nobody")
        number = whatsapp_number(written) if "@" in written else None
        if number is not None:
            return keys.account("whatsapp", number)
        return key_as_written(written, self._options) or money_key(written)

    def _details(self, written: Iterable[str]) -> Mapping[str, list[tuple[str, str]]]:
        """Find contact details in ends: their keys, and as they are written.

        A number without a country is none: in another file it may be somebody else's.
        """
        rows = list(written)
        table = {"key": rows, "platform": [self._options.platform] * len(rows), "text": rows}
        frame = pl.DataFrame(table, schema=dict.fromkeys(table, pl.String))
        has_country = pl.col("kind") != "unresolved"
        details = extract_details(frame, self._options.region).filter(has_country)
        found: dict[str, list[tuple[str, str]]] = {}
        for text, key, raw in details.select("key", "detail_key", "raw").iter_rows():
            found.setdefault(text, []).append((key, raw))
        return found

    def _detail_or_name(self, written: str, details: list[tuple[str, str]]) -> Endpoint:
        """Give what is a contact detail from beginning to end; else an account of this file."""
        for key, raw in details:
            if _without_marks(raw) == _without_marks(written):
                return Endpoint(key)
        number = self._number(written)
        if number is not None:
            return Endpoint(f"phone:{number}")
        group_key = f"{RECORD}:group:{self._file_id}"
        contact = ";".join(raw for _, raw in details) or None
        return Endpoint(keys.account_by_name(RECORD, group_key, written), written, contact)

    def _number(self, written: str) -> str | None:
        """Read a telephone number that no words introduce."""
        if not _NUMBER.fullmatch(written):
            return None
        digits = "".join(letter for letter in written if letter in "+0123456789")
        return numbers.clean(digits, self._options.region)


def _without_marks(text: str) -> str:
    """Leave out what stands around and between letters and digits."""
    return "".join(letter for letter in text if letter.isalnum())
