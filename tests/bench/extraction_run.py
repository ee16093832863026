"""Derive from files of posts; run by the benchmark in a process of its own."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import polars as pl

from ingest.extract.extractor import shipped_extractor
from ingest.workers import Workers
from tests.bench.extraction_peer import time_matcher
from tests.bench.machine import peak_memory


def main() -> None:
    """Print how long it took, what was found and how much memory was held, as JSON."""
    what, folder, region, posts, workers = sys.argv[1:]
    files = sorted(Path(folder).glob("*.parquet"))
    if what == "matcher":
        texts = [text for file in files for text in pl.read_parquet(file)["text"].to_list()]
        step = max(1, len(texts) // int(posts))
        sample = texts[::step][: int(posts)]
        print(json.dumps({"seconds": time_matcher(sample, region), "posts": len(sample)}))
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


if __name__ == "__main__":
    main()
