"""What 4CAT exports: CSV and NDJSON of several platforms."""

from __future__ import annotations

from ingest.readers.four_cat.facebook_table import FACEBOOK
from ingest.readers.four_cat.other_table import OTHER
from ingest.readers.four_cat.telegram_lines import TELEGRAM_LINES
from ingest.readers.four_cat.telegram_table import TELEGRAM
from ingest.readers.four_cat.vk_lines import VK_LINES
from ingest.readers.four_cat.vk_table import VK
from ingest.readers.reader import Reader

READERS: tuple[Reader, ...] = (TELEGRAM, TELEGRAM_LINES, FACEBOOK, VK, VK_LINES, OTHER)
