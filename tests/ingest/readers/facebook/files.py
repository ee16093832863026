"""The fixtures of this folder."""

from __future__ import annotations

from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures"
FORMATS = {
    "groups.json": "apify-facebook-groups",
    "groups.csv": "apify-facebook-groups",
    "comments.json": "apify-facebook-comments",
    "scraped.json": "facebook-scraper",
    "scraped.csv": "facebook-scraper-csv",
    "thread.json": "messenger",
    "thread_new.json": "messenger",
    "own_posts.json": "meta-posts",
    "own_group_posts.json": "meta-posts",
    "own_group_comments.json": "meta-posts",
    "crowdtangle_groups.csv": "crowdtangle",
    "crowdtangle_pages.csv": "crowdtangle",
    "library.csv": "meta-content-library",
}
