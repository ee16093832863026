"""A small file of each format that needs no option: the fixtures, and what the tests make."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.readers.four_cat import exports as four_cat

HERE = Path(__file__).parent
IN_ANOTHER_ENCODING = "scraped.csv"
FIXTURES = sorted(
    path
    for path in HERE.glob("*/fixtures/**/*")
    if path.is_file() and path.name != IN_ANOTHER_ENCODING
)


def small_files(folder: Path) -> list[Path]:
    """List the small files.

    Parameters
    ----------
    folder : Path
        Where to put those that are made.
    """
    numbers = range(1, 11)
    made = [
        four_cat.table(folder, [four_cat.telegram(n) for n in numbers], name="telegram.csv"),
        four_cat.table(folder, [four_cat.facebook(n) for n in numbers], name="facebook.csv"),
        four_cat.table(folder, [four_cat.vk(n) for n in numbers], name="vk.csv"),
        four_cat.table(folder, [four_cat.tiktok(n) for n in numbers], name="tiktok.csv"),
        four_cat.lines(folder, [four_cat.message(n) for n in numbers], name="telegram.ndjson"),
        four_cat.lines(folder, [four_cat.vk_item(n) for n in numbers], name="vk.ndjson"),
    ]
    return [*made, *FIXTURES]
