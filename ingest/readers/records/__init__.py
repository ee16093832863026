"""Relations and entities that others recorded: links, FollowTheMoney, Cellebrite."""

from __future__ import annotations

from ingest.readers.reader import Reader
from ingest.readers.records.cellebrite.reader import CELLEBRITE
from ingest.readers.records.cellebrite.workbook import WORKBOOK
from ingest.readers.records.ftm.reader import FTM
from ingest.readers.records.link_formats import CALL_RECORDS, I2_LINKS, LINKS

READERS: tuple[Reader, ...] = (LINKS, I2_LINKS, CALL_RECORDS, FTM, CELLEBRITE, WORKBOOK)
