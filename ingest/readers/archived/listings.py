"""Listings that the crawler of New York University's wildlife pipeline took from market places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from graph.records import Batch
from ingest.readers.archived.addresses import read_address
from ingest.readers.archived.kept import under_free_names
from ingest.readers.archived.marks import in_utc
from ingest.readers.json_items import read_items
from ingest.readers.json_lines import Item
from ingest.readers.json_values import texts
from ingest.readers.layout import Layout
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.python_values import read_value
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.table_items import table_items
from ingest.readers.told_rows import ToldRows

_NAMES = ("url", "title", "text", "domain", "retrieved", "seller")
_NOTHING = frozenset({"none", "nan", "null", "n/a", "[]"})
_MARKET = re.compile(r"(?:^|\.)(ebay|etsy)\.[a-z.]+$")
_ITEM = re.compile(r"/(?:itm|listing)/(?:[^/]+/)?(\d{6,20})(?:[/?]|$)", re.ASCII)
_SHOP = re.compile(r"/(?:usr|shop)/([\w.*!-]{2,64})")


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read a table of listings.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        Its encoding.

    Yields
    ------
    Batch
        A listing is a post. Its words are title and description; those of the whole page, with
        all that every page of the site says, only where there is no description. The seller is
        known by the name that eBay and Etsy address shops by, elsewhere by the seller's page; a
        seller of whom only a shown name is known is nobody.
    """
    items = table_items(path, name, Layout(encoding=options.encoding))
    yield from read_items(items, _tell, ToldRows(options))


def _tell(item: Item, rows: ToldRows) -> None:
    """Tell one listing."""
    cells = {
        column.strip().casefold(): cell.strip()
        for column, cell in item.value.items()
        if cell.strip().casefold() not in _NOTHING
    }
    url = cells.get("url", "")
    known = read_address(url)
    if "platform" not in known:
        raise Refusal("url", "the row names no address of a listing")
    market = _MARKET.search(known["platform"] or "")
    number = _ITEM.search(url) if market else None
    told = {
        **known,
        **({"platform": market.group(1)} if market else {}),
        **({"post_id": number.group(1)} if number else {}),
        **_seller(cells, is_market=market is not None),
        "post_url": cells.pop("url"),
        "collected_at": in_utc(cells.pop("retrieved", None)),
        "text": _words(cells),
        "price": cells.pop("price", None),
        "currency": cells.pop("currency", None),
        "location": cells.pop("location", None),
        "image": _pictures(cells.pop("image", None)),
    }
    rows.tell(item.locator, {**under_free_names(cells), **told})


def _seller(cells: dict[str, str], *, is_market: bool) -> dict[str, str | None]:
    """Say who offers, as far as there is more than a shown name."""
    page = cells.get("seller_url", "")
    shop = _SHOP.search(page)
    name = cells.get("seller") or _first(cells.get("seller_info"))
    if is_market and (shop or name):
        handle = shop.group(1) if shop else name
        return {"account_handle": handle, "account_name": name, "account_url": page or None}
    if not page:
        return {}
    try:
        parts = urlsplit(page)
    except ValueError:
        return {}
    known = read_address(page)
    if known.get("account_handle") or known.get("account_id"):
        whose = {key: known.get(key) for key in ("account_handle", "account_id")}
    else:
        path = parts.path.strip("/")
        place = f"{path}?{parts.query}" if parts.query else path
        whose = {"account_id": place or parts.hostname}
    return {**whose, "account_name": name, "account_url": page}


def _first(printed: str | None) -> str | None:
    """Give the first of a list that Python printed; None where it is no list."""
    try:
        found = texts(read_value(printed, "seller_info")) if printed else []
    except Refusal:
        return None
    return found[0] if found else None


def _words(cells: dict[str, str]) -> str | None:
    """Join title and description, or title and page."""
    title = cells.pop("title", None) or cells.get("name")
    words = cells.pop("description", None) or cells.pop("text", None)
    return "\n".join(part for part in (title, words) if part) or None


def _pictures(stated: str | None) -> str | None:
    """Put the addresses of pictures on lines of their own."""
    if stated is None or not stated.startswith("["):
        return stated
    try:
        return "\n".join(texts(read_value(stated, "image"))) or None
    except Refusal:
        return stated


def _fits(looks: Looks) -> bool:
    """Whether a table has the columns that the crawler always writes."""
    return (
        looks.kinds == {"table"} and looks.has(*_NAMES) and not looks.has("platform", "account_id")
    )


LISTINGS = Reader(
    name="listings-nyu",
    title="Listings of the NYU wildlife pipeline",
    example="url,title,text,domain,name,description,image,retrieved,category,price,…,seller,…",
    read=read,
    fits=_fits,
)
