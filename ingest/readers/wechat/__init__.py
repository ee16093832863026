"""What MemoTrace and chatlog export of WeChat."""

from __future__ import annotations

from ingest.readers.reader import Reader
from ingest.readers.wechat.chatlog import CHATLOG
from ingest.readers.wechat.memotrace import MEMOTRACE

READERS: tuple[Reader, ...] = (MEMOTRACE, CHATLOG)
