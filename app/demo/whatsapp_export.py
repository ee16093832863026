"""WhatsApp's export of a chat with media: a zip with ``_chat.txt`` and the latest pictures."""

from __future__ import annotations

import base64
import zipfile
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from app.demo.calendar import END
from app.demo.collector import Collector
from app.demo.people import CREATED, Event, Group, Post
from app.demo.timeline import Entry
from app.demo.whatsapp_lines import Telephone

PICTURES = 5
"""As many of the last pictures are in the zip; the others are said to be omitted."""

_TAKEN = "%Y-%m-%d-%H-%M-%S"
TINY_PICTURE = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////"
    "////////////////////////////////wAALCAACAAIBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAA"
    "AAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z"
)


def write_whatsapp(
    folder: Path, group: Group, entries: Sequence[Entry], collector: Collector, zone: ZoneInfo
) -> Path:
    """Write the export of a chat.

    Parameters
    ----------
    folder : Path
        Where to; the file is named after the chat.
    group : Group
        The chat.
    entries : sequence of Post or Event
        What is said and happens there, in order of time. The collector's telephone has seen
        nothing of what was said before it joined, but that the group was made.
    collector : Collector
        Whose telephone exports.
    zone : ZoneInfo
        The zone of its clock, which the export does not name.
    """
    joined = next(entry.posted_at for entry in entries if entry.account is collector.whatsapp)
    seen = [entry for entry in entries if entry.posted_at >= joined or _is_creation(entry)]
    pictures = _pictures(seen, zone)
    telephone = Telephone(collector, zone, lambda post: pictures.get(post.post_id))
    chat = "".join(f"{line}\r\n" for line in telephone.lines(group, seen))
    path = folder / f"WhatsApp Chat - {group.name}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        _put(packed, "_chat.txt", chat.encode())
        for name in pictures.values():
            _put(packed, name, TINY_PICTURE)
    return path


def _is_creation(entry: Entry) -> bool:
    """Whether this is the event of the group's creation."""
    return isinstance(entry, Event) and entry.kind == CREATED


def _pictures(entries: Sequence[Entry], zone: ZoneInfo) -> dict[str, str]:
    """Name the files of the last pictures, by the posts' ids."""
    named = {
        entry.post_id: f"{number:08d}-PHOTO-{entry.posted_at.astimezone(zone):{_TAKEN}}.jpg"
        for number, entry in enumerate(entries, start=2)
        if isinstance(entry, Post) and entry.image is not None
    }
    return dict(list(named.items())[-PICTURES:])


def _put(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Put a file into a zip, always with the same date."""
    member = zipfile.ZipInfo(name, END.timetuple()[:6])
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    packed.writestr(member, content)
