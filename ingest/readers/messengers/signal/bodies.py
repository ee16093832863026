"""The parts of a message: words, files, what is quoted, and who reacted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

_FILE = re.compile(r"!?\[[^\[\]\n]*\]\((?:\./(media/[^)\n]*)|\.\./(exported_stickers/[^)\n]*))\) *")
_REACTIONS = re.compile(r"\n\(- (.*) -\)(?=\n|$)")
_QUOTED = re.compile(r"\s*\n((?:> ?.*(?:\n|$))+)")
_DELETED = "(This message was deleted)"
_CALL = re.compile(
    r"(?:Incoming|Outgoing|Missed)(?: (?:voice|video|group|adhoc|direct))? call(?: \([^()\n]*\))?"
)


@dataclass(frozen=True)
class Body:
    """What a message holds.

    Attributes
    ----------
    text : str or None
        What its author wrote.
    files : str or None
        Paths of its files, one a line.
    quoted : str or None
        The words it answers, which are somebody else's.
    reactions : str or None
        Who reacted how.
    """

    text: str | None
    files: str | None = None
    quoted: str | None = None
    reactions: str | None = None


def read_body(body: str) -> Body:
    """Take a message apart.

    Parameters
    ----------
    body : str
        All that stands after its author. A quotation that the exporter adds begins on a line of
        its own; what an author quotes by hand is the author's.

    Returns
    -------
    Body
        Without text where the message was deleted, or is a call.
    """
    quotation = _QUOTED.match(body)
    quoted = None
    if quotation is not None:
        quoted = re.sub(r"(?m)^> ?", "", quotation[1]).strip()
        body = body[quotation.end() :]
    files = [unquote(found[1] or found[2]) for found in _FILE.finditer(body)]
    reactions = _REACTIONS.search(body)
    words = _REACTIONS.sub("", _FILE.sub("", body)).strip()
    is_said = words != _DELETED and not _CALL.fullmatch(words)
    return Body(
        (words or None) if is_said else None,
        "\n".join(files) or None,
        quoted or None,
        reactions[1] if reactions else None,
    )
