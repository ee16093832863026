"""The reader of WhatsApp's exported chats."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph import keys
from graph.records import Batch
from ingest.readers.options import ReadOptions
from ingest.readers.text import open_text
from ingest.readers.times import Clock
from ingest.readers.whatsapp.chat import Chat
from ingest.readers.whatsapp.identity import chat_id
from ingest.readers.whatsapp.lines import line_slices
from ingest.readers.whatsapp.messages import Messages
from ingest.readers.whatsapp.senders import PLATFORM
from ingest.readers.whatsapp.survey import Survey


def read_whatsapp(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read a chat that WhatsApp exported as text.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages and for the chat's title.
    options : ReadOptions
        Time zone, order of dates, id of the chat, and the encoding, which a mapping may name.

    Yields
    ------
    Batch
        A row is a message or what WhatsApp itself says, with the lines that go on from it; what
        stands before the first is one row, refused. Refused are also rows with a time that does
        not exist, that are longer than a message can be, or that hold a NUL character.

    Raises
    ------
    SourceError
        If the file is not text, or no line begins as a message does.

    Notes
    -----
    The file is read twice: first it tells how its headings and dates are written and who writes,
    then the messages are read. Lines that look like headings of another style belong to the
    message above them: they were pasted into it.
    """
    time_zone = Clock(options.time_zone).time_zone
    encoding = options.layout.encoding
    with open_text(path, name, encoding=encoding, newline="\n") as (text, raw):
        size = path.stat().st_size
        survey = Survey()
        for piece in line_slices(text):
            survey.take(piece)
            yield Batch(rows_read=0, bytes_read=raw.tell() // 2)
        layout = survey.layout(name, options.date_order)
        text.seek(0)
        group_id = options.chat or chat_id(line_slices(text), layout)
        chat = Chat(name, layout, time_zone, keys.group(PLATFORM, group_id), group_id)
        text.seek(0)
        messages = Messages(layout)
        for piece in line_slices(text):
            if len(complete := messages.take(piece)):
                yield chat.batch(complete, (size + raw.tell()) // 2)
        yield chat.batch(messages.finish(), size)
        yield chat.conclude(messages.before, size)
