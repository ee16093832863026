"""What archivers and crawlers of public pages write down: sheets, databases, listings."""

from __future__ import annotations

from ingest.readers.archived.database import DATABASE
from ingest.readers.archived.listings import LISTINGS
from ingest.readers.archived.sheet import SHEET
from ingest.readers.reader import Reader

READERS: tuple[Reader, ...] = (SHEET, DATABASE, LISTINGS)
