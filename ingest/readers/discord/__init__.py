"""What DiscordChatExporter saves."""

from __future__ import annotations

from ingest.readers.discord.channel import CHANNEL
from ingest.readers.discord.table import TABLE
from ingest.readers.reader import Reader

READERS: tuple[Reader, ...] = (CHANNEL, TABLE)
