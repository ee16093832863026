"""What scrapers of Facebook groups save, and Meta's own data."""

from __future__ import annotations

from ingest.readers.facebook.apify_comments import COMMENTS
from ingest.readers.facebook.apify_groups import GROUPS
from ingest.readers.facebook.content_library import CONTENT_LIBRARY
from ingest.readers.facebook.crowdtangle import CROWDTANGLE
from ingest.readers.facebook.messenger import MESSENGER
from ingest.readers.facebook.own_posts import OWN_POSTS
from ingest.readers.facebook.scraped import SCRAPED, SCRAPED_TABLE
from ingest.readers.reader import Reader

READERS: tuple[Reader, ...] = (
    GROUPS,
    COMMENTS,
    SCRAPED,
    SCRAPED_TABLE,
    MESSENGER,
    OWN_POSTS,
    CROWDTANGLE,
    CONTENT_LIBRARY,
)
