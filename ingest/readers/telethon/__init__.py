"""What tools built on Telethon and its like save of Telegram."""

from __future__ import annotations

from ingest.readers.reader import Reader
from ingest.readers.telethon.chat_tables import CHAT_TABLES
from ingest.readers.telethon.message_lists import MESSAGE_LISTS
from ingest.readers.telethon.phone_checker import PHONE_CHECKER
from ingest.readers.telethon.snowball import SNOWBALL
from ingest.readers.telethon.snscrape import SNSCRAPE
from ingest.readers.telethon.telecatch import TELECATCH, TELECATCH_JSON
from ingest.readers.telethon.tracker import TRACKER
from ingest.readers.telethon.tracker_chat import TRACKER_CHAT
from ingest.readers.telethon.tracker_table import TRACKER_TABLE

READERS: tuple[Reader, ...] = (
    TRACKER,
    TRACKER_CHAT,
    TRACKER_TABLE,
    CHAT_TABLES,
    MESSAGE_LISTS,
    TELECATCH,
    TELECATCH_JSON,
    SNSCRAPE,
    PHONE_CHECKER,
    SNOWBALL,
)
