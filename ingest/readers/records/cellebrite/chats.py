"""Chats: their messages are posts, who takes part belongs to them."""

from __future__ import annotations

from graph import keys
from ingest.readers.options import ReadOptions
from ingest.readers.records.cellebrite.model import Found, Model
from ingest.readers.records.cellebrite.parties import party
from ingest.readers.records.cellebrite.report import Head, Report
from ingest.readers.records.record_rows import RecordRows, kept

_LONG_ENOUGH = 12
_FILES = ("attachment_extracted_path", "Filename", "Title", "URL")
_LABELS = ("Label", "Labels", "MessageLabel", "Type")


class Chats:
    """Tells chats and their messages.

    Parameters
    ----------
    report : Report
        What is known of the report as a whole.
    rows : RecordRows
        Takes what they say.
    options : ReadOptions
        Its region tells national phone numbers.

    Attributes
    ----------
    services : int
        Messages of the apps themselves.
    """

    def __init__(self, report: Report, rows: RecordRows, options: ReadOptions) -> None:
        self._report = report
        self._rows = rows
        self._options = options
        self.services = 0

    def tell_chat(self, found: Found) -> None:
        """Tell who takes part in a chat."""
        head = self._report.head(found.chat)
        people = found.model.all("Participants")
        if not people:
            self._rows.tell(found.locator, head.row())
        for position, part in enumerate(people, start=1):
            who = party(part, head.app, self._options)
            role = "admin" if who.is_admin else None
            self._rows.tell(
                f"{found.locator}, participant {position}",
                {**head.row(), **who.row(), "role": role},
            )

    def tell_message(self, found: Found) -> None:
        """Tell a message."""
        head, message = self._report.head(found.chat), found.model
        sender = next(iter(message.all("From")), None)
        who = party(sender, head.app, self._options) if sender else None
        base = {
            **head.row(),
            **(who.row() if who else {}),
            "posted_at": message.first("TimeStamp"),
        }
        if _is_service(message):
            self.services += 1
            self._rows.tell(found.locator, base)
            return
        recipients = (party(each, head.app, self._options) for each in message.all("To"))
        text, files = message.first("Body"), _files(message)
        said = {
            **message.rest("Body", "TimeStamp", "Identifier"),
            "message_id": message.first("Identifier"),
            "is_phone_owner": (who.is_owner or None) if who else None,
            "recipient_keys": [each.key for each in recipients if each.key] or None,
        }
        self._rows.tell(
            found.locator,
            {
                **base,
                "post_id": _post_id(message, head, has_content=bool(text or files)),
                "text": text,
                "image": files,
                "forwarded_from": _forwarded(message),
                **kept(said),
            },
        )


def _post_id(message: Model, head: Head, *, has_content: bool) -> str | None:
    """Give an id that no other message has, on this telephone or another; else None.

    A short number is counted per telephone, and in a chat of two per account.
    """
    written = message.first("Identifier")
    is_numbered = head.platform in keys.PER_CHAT_IDS and not head.is_private
    if written is not None and (is_numbered or len(written) >= _LONG_ENOUGH):
        return written
    return None if has_content else message.id


def _is_service(message: Model) -> bool:
    """Whether the app itself speaks."""
    return "system" in (message.first("Type") or "").casefold()


def _files(message: Model) -> str | None:
    """List the files of a message."""
    found = (part.first(*_FILES) for part in message.all("Attachments", "Attachment"))
    return "\n".join(name.replace("\\", "/") for name in found if name) or None


def _forwarded(message: Model) -> str | None:
    """Whose words a message passes on; a report does not say more than that it does."""
    said = " ".join(message.fields.get(name, "") for name in _LABELS).casefold()
    return "another message" if "forward" in said or message.is_true("IsForwarded") else None
