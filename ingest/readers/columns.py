"""The columns of the plain table, in the order of its description."""

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
