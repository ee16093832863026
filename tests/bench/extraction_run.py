"""Derive from files of posts; run by the benchmark in a process of its own."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import polars as pl

from ingest.extract import extract_details
from ingest.extract.extractor import shipped_extractor
from ingest.workers import Workers
from tests.bench.extraction_peer import time_matcher
from tests.bench.machine import peak_memory


def main() -> None:
    """Print how long it took, what was found and how much memory was held, as JSON."""
    what, folder, region, posts, workers = sys.argv[1:]
    files = sorted(Path(folder).glob("*.parquet"))
    if what in ("matcher", "details"):
        print(json.dumps(_time_sample(what, files, region, int(posts))))
        return
    begun = time.perf_counter()
    found = 0
    batches = (pl.read_parquet(file) for file in files)
    with Workers(shipped_extractor(), int(posts), int(workers)) as started:
        for derived in started.derive(batches, region):
            found += derived["details"].height
    seconds = time.perf_counter() - begun
    helpers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(
        json.dumps(
            {"seconds": seconds, "details": found, "memory": peak_memory(), "helper": helpers}
        )
    )


def _time_sample(what: str, files: list[Path], region: str, posts: int) -> dict[str, float]:
    """Time the finding of contact details alone in some of the posts, on one processor."""
    every = pl.concat(pl.read_parquet(file) for file in files)
    sample = every.gather_every(max(1, every.height // posts)).head(posts)
    if what == "matcher":
        seconds = time_matcher(sample["text"].to_list(), region)
    else:
        texts, extractor = sample.select("text", "platform", key="post_key"), shipped_extractor()
        extract_details(texts.head(1), region, extractor)
        begun = time.perf_counter()
        extract_details(texts, region, extractor)
        seconds = time.perf_counter() - begun
    return {"seconds": seconds, "posts": sample.height}


if __name__ == "__main__":
    main()
