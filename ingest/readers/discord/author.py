"""Who writes on Discord: people, bots, webhooks, and accounts that are no more."""

from __future__ import annotations

from ingest.readers.json_values import inner, text

PLATFORM = "discord"
DELETED = "456226577798135808"
_NO_NUMBER = frozenset({"", "0"})


def account(author: object) -> dict[str, object]:
    """Tell the account that an author is.

    Parameters
    ----------
    author : object
        As the exporter writes one, in messages and among those mentioned.

    Returns
    -------
    dict of str to object
        Columns of the account. Discord shows all deleted accounts as one, and that is nobody:
        none is named then. What a webhook is called is no handle, for it calls itself as it likes.
    """
    known = text(author, "id")
    if known is None or known == DELETED:
        return {"platform": PLATFORM}
    return {
        "platform": PLATFORM,
        "account_id": known,
        "account_handle": handle(author),
        "account_name": text(author, "nickname") or text(author, "name"),
    }


def handle(author: object) -> str | None:
    """Name an author as Discord addresses it: old names with their number, a webhook not at all."""
    name, number = text(author, "name"), text(author, "discriminator") or ""
    if name is None or (is_bot(author) and number.strip("0") in _NO_NUMBER):
        return None
    return name if number.strip("0") in _NO_NUMBER else f"{name}#{number}"


def is_bot(author: object) -> bool:
    """Whether an author is a program: a bot or a webhook."""
    return inner(author, "isBot") is True
