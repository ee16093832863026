"""Calls, text messages and e-mails: links between whoever takes part."""

from __future__ import annotations

from ingest.readers.options import ReadOptions
from ingest.readers.records.cellebrite.model import Found, Model
from ingest.readers.records.cellebrite.parties import Party, party
from ingest.readers.records.cellebrite.report import APPS, Report
from ingest.readers.records.record_rows import RecordRows, kept
from ingest.readers.refusal import Refusal

KINDS = {"Call": "call", "SMS": "sms", "SMSMessage": "sms", "MMS": "mms", "Email": "email"}
_RECEIVERS = ("To", "Cc", "Bcc")
_TIMES = ("TimeStamp", "AllTimeStamps", "Date")
_DIRECTIONS = ("Direction", "Type", "Folder", "Status")
_SENT = ("outgoing", "sent", "outbox", "draft", "dialed", "dialled")

End = dict[str, object]


class Calls:
    """Tells calls, text messages and e-mails.

    Parameters
    ----------
    report : Report
        Who uses the telephone: the other side of what names one side alone.
    rows : RecordRows
        Takes what they say.
    options : ReadOptions
        Its region tells national phone numbers.
    """

    def __init__(self, report: Report, rows: RecordRows, options: ReadOptions) -> None:
        self._report = report
        self._rows = rows
        self._options = options

    def tell(self, found: Found) -> None:
        """Tell a call or message, once for everybody it went to.

        Raises
        ------
        Refusal
            If it names nobody.
        """
        model = found.model
        app = None if model.type == "Email" else model.first(*APPS)
        starts, ends = self._sides(model, app)
        said = {
            "kind": KINDS[model.type],
            "time": model.first(*_TIMES),
            **kept(model.rest(*_TIMES)),
            "names": self._names(model, app),
            "files": [part.fields for part in model.all("Attachments")] or None,
        }
        pairs = [(start, end) for start in starts for end in ends]
        for position, (start, end) in enumerate(pairs, start=1):
            place = found.locator if len(pairs) == 1 else f"{found.locator}, party {position}"
            self._rows.links.tell(place, {**said, **start, **end})

    def _sides(self, model: Model, app: str | None) -> tuple[list[End], list[End]]:
        """List who it came from and whom it went to."""
        starts: list[End] = []
        ends: list[End] = []
        for who, role in self._people(model, app):
            comes = role == "from" or (role not in {"from", "to"} and not _was_sent(model))
            side = who.end("from" if comes else "to")
            if side is not None:
                (starts if comes else ends).append(side)
        if not starts and not ends:
            raise Refusal("Parties", f"the {KINDS[model.type]} names nobody")
        return starts or [self._owner("from", app)], ends or [self._owner("to", app)]

    def _people(self, model: Model, app: str | None) -> list[tuple[Party, str]]:
        """List the parties with their roles, ``from``, ``to`` or another word."""
        named = [(part, "from") for part in model.all("From")]
        named += [(part, "to") for part in model.all(*_RECEIVERS)]
        named += [
            (part, (part.first("Role") or "").casefold()) for part in model.all("Parties", "Party")
        ]
        return [(party(part, app, self._options), role) for part, role in named]

    def _owner(self, side: str, app: str | None) -> End:
        """Name whoever uses the telephone."""
        known = self._report.owner(app)
        return {f"{side}_key": known["key"]} if "key" in known else {side: known["written"]}

    def _names(self, model: Model, app: str | None) -> dict[str, str] | None:
        """Keep what the telephone's contacts call the parties."""
        people = (who for who, _ in self._people(model, app))
        found = {who.identifier: who.name for who in people if who.identifier and who.name}
        return found or None


def _was_sent(model: Model) -> bool:
    """Whether it went out from the telephone."""
    said = (model.fields.get(name, "").casefold() for name in _DIRECTIONS)
    return any(word.startswith(_SENT) for word in said)
