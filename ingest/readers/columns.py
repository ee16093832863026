"""The columns of the plain table, those that readers fill besides, and of the links table."""

from __future__ import annotations

COLUMNS = (
    "platform",
    "post_id",
    "post_url",
    "posted_at",
    "group_id",
    "group_name",
    "account_id",
    "account_handle",
    "account_name",
    "account_url",
    "account_bio",
    "role",
    "text",
    "price",
    "currency",
    "location",
    "image",
    "contact",
    "collected_at",
)
"""Of the plain table, in the order of its description."""

TOLD = (
    "group_handle",
    "group_before",
    "account_contact",
    "forwarded_from",
    "reply_to",
    "event",
    "by_id",
    "image_sha256",
    "image_hash",
)
"""What readers tell besides. ``group_handle``: the name in the group's address; ``group_before``:
the group's id before the platform gave it this one; ``account_contact``: the account's own details;
``reply_to``: the id, in the same group, of the post that is answered; ``event``: ``joined`` or
``left``; ``by_id``: id of the account that brought it about; ``image_sha256`` and ``image_hash``:
fingerprints of the post's images, one a line."""

LINK_COLUMNS = (
    "from",
    "to",
    "kind",
    "time",
    "amount",
    "currency",
    "source",
    "grade",
    "handling",
    "collected_at",
)
"""Of the links table, in the order of its description."""
