"""Messages of Discord that people, bots and webhooks write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ingest.readers.discord.author import DELETED, account, is_bot
from ingest.readers.json_values import inner, items, mapping, text, texts

_KEPT = (
    "timestampEdited",
    "isPinned",
    "stickers",
    "reactions",
    "embeds",
    "components",
    "poll",
    "interaction",
)
_USUAL = frozenset({"Default", "Reply", "0", "19"})


def post(message: object, channel: Mapping[str, object]) -> dict[str, object]:
    """Tell what a message says.

    Parameters
    ----------
    message : object
        As the exporter writes one.
    channel : mapping of str to object
        Columns of the group that the channel is.
    """
    author, kind = inner(message, "author"), text(message, "type")
    return {
        **account(author),
        **channel,
        "posted_at": text(message, "timestamp"),
        "post_id": text(message, "id"),
        "text": _text(message),
        "image": _files(message),
        "reply_to": _answered(message, channel),
        "forwarded_from": _forwarded(message),
        "type": None if kind in _USUAL else kind,
        "is_bot": is_bot(author) or None,
        "author_called": text(author, "name") if text(author, "id") == DELETED else None,
        "roles": [name for role in items(author, "roles") if (name := text(role, "name"))] or None,
        "mentions": [known for each in items(message, "mentions") if (known := text(each, "id"))]
        or None,
        "forwarded": _rest_of_forwarded(message),
        **{name: inner(message, name) or None for name in _KEPT},
    }


def _text(message: object) -> str | None:
    """Take what is written: the embeds of a program are its words, those of people a website's."""
    said = [text(message, "content"), text(message, "forwardedMessage", "content")]
    if is_bot(inner(message, "author")):
        said += [line for embed in items(message, "embeds") for line in _lines(embed)]
    return "\n".join(line for line in said if line) or None


def _lines(embed: object) -> list[str | None]:
    """Take the words of an embed."""
    fields = [texts([text(field, "name"), text(field, "value")]) for field in _fields(embed)]
    return [
        text(embed, "title"),
        text(embed, "url"),
        text(embed, "description"),
        *(": ".join(field) for field in fields),
        text(embed, "footer", "text"),
    ]


def _fields(embed: object) -> list[Any]:
    """List the named parts of an embed."""
    return items(embed, "fields")


def _files(message: object) -> str | None:
    """List the files of a message, those of a forwarded one included."""
    found = [*items(message, "attachments"), *items(message, "forwardedMessage", "attachments")]
    named = (text(each, "url") or text(each, "fileName") for each in found)
    return "\n".join(name.replace("\\", "/") for name in named if name) or None


def _answered(message: object, channel: Mapping[str, object]) -> str | None:
    """Id of the message that is answered, where it is in the same channel."""
    where = text(message, "reference", "channelId")
    is_elsewhere = where not in (None, channel.get("group_id"))
    is_forward = text(message, "reference", "type") == "Forward" or _is_forwarded(message)
    return None if is_elsewhere or is_forward else text(message, "reference", "messageId")


def _is_forwarded(message: object) -> bool:
    """Whether a message passes on another."""
    return bool(mapping(message, "forwardedMessage"))


def _forwarded(message: object) -> str | None:
    """Whose words a forwarded message passes on; Discord does not say more than where."""
    if not _is_forwarded(message):
        return None
    where = text(message, "reference", "channelId")
    return f"a message of channel {where}" if where else "another message"


def _rest_of_forwarded(message: object) -> dict[str, object] | None:
    """Keep what else is said of the message that is passed on."""
    said = mapping(message, "forwardedMessage").items()
    taken = ("content", "attachments")
    return {name: value for name, value in said if name not in taken and value} or None
