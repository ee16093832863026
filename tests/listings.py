"""Real listings, read through a mapping; the material lies beside the project, never in it."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

LISTINGS = Path(__file__).parents[2] / "shared/data/bat-trade/listings.csv"
MAPPING = """
columns:
  platform: shop
  account_id: account
  post_id: ID
  text: [title, description]
  collected_at: date
  price: mean_price
constants:
  currency: USD
"""

needs_listings = pytest.mark.skipif(
    not LISTINGS.exists(), reason="the real sample material is not here"
)


def opaque_id(shop: str, seller: str) -> str:
    """An account id that differs between platforms, like real ones."""
    return hashlib.sha256(f"{shop}/{seller}".encode()).hexdigest()[:12]


def with_opaque_accounts(source: Path, target: Path) -> None:
    """Copy the listings with opaque account ids, so that pseudonyms cannot give the answer away."""
    with source.open(newline="", encoding="utf-8") as read, target.open("w", newline="") as write:
        rows = list(csv.DictReader(read))
        names = ["account", *(name for name in rows[0] if name not in {"seller", "listing"})]
        writer = csv.DictWriter(write, names, extrasaction="ignore")
        writer.writeheader()
        for row in rows:
            writer.writerow(row | {"account": opaque_id(row["shop"], row["seller"])})
