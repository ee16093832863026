"""How well near-identical pictures are found, how rarely others are, and how fast."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import polars as pl

from graph.images.families import image_families
from graph.images.hashes import MOST_BITS, MOST_BITS_OF_GUARD, PLAIN, stated
from graph.records import UTC
from ingest.images.gathering import Gathering
from ingest.images.looks import look_at, no_bombs
from ingest.sources import Source
from tests.bench.drawn_pictures import changed, plain, saved, scene

SMALL = (320, 240)
HASHES = 100_000
Hashes = tuple[int, int]


def report(seeds: Sequence[int], scenes: int) -> None:
    """Print recall by change, false pairs by kind of picture, and speeds.

    Parameters
    ----------
    seeds : sequence of int
        Scenes of each of them are told apart by their number.
    scenes : int
        Scenes that are changed, in all; ten times as many small ones are compared with each other.
    """
    print(
        f"\npictures: pHash within {MOST_BITS['phash']} of 64 bits and dHash within "
        f"{MOST_BITS_OF_GUARD}, seeds {', '.join(map(str, seeds))}"
    )
    numbers = [seed * 100_000 + at for seed in seeds for at in range(scenes // len(seeds))]
    with tempfile.TemporaryDirectory() as folder, no_bombs():
        path = Path(folder)
        _report_recall(path, numbers)
        _report_others(path, numbers)
        _report_gathering(path, numbers[:200])
    _report_families(seeds[0])


def _report_recall(folder: Path, numbers: Sequence[int]) -> None:
    """Print which share of changed pictures is recognised."""
    found, tried = Counter[str](), Counter[str]()
    for number in numbers:
        picture = scene(number)
        first = _hashes(folder, saved(picture))
        for name, other, quality in changed(picture, number):
            second = _hashes(folder, saved(other, quality))
            tried[name] += 1
            found[name] += first is not None and second is not None and _is_near(first, second)
    print(f"recognised, of {len(numbers):,} scenes:")
    for name, many in tried.items():
        print(f"  {name:22} {found[name] / many:.3f}")


def _report_others(folder: Path, numbers: Sequence[int]) -> None:
    """Print how many pairs of different pictures are taken for one, and what is refused."""
    kinds: dict[str, list[Hashes]] = {}
    refused, tried = Counter[str](), Counter[str]()
    for number in numbers:
        small = [("other scenes", scene(50_000_000 + 10 * number + at, SMALL)) for at in range(10)]
        for name, picture in [*small, *plain(number)]:
            hashes = _hashes(folder, saved(picture))
            tried[name] += 1
            refused[name] += hashes is None
            if hashes is not None:
                kinds.setdefault(name, []).append(hashes)
    print("different pictures taken for one:")
    for name, many in tried.items():
        kept = kinds.get(name, [])
        false, pairs = _false_pairs(kept)
        print(
            f"  {name:22} {false:,} of {pairs:,} pairs; {refused[name] / many:.3f} of "
            f"{many:,} refused as plain"
        )


def _report_gathering(folder: Path, numbers: Sequence[int]) -> None:
    """Print how many pictures are copied, fingerprinted and hashed in a second."""
    names = [f"{number}.jpg" for number in numbers]
    for name, number in zip(names, numbers, strict=True):
        (folder / name).write_bytes(saved(scene(number, (1280, 960))))
    posts = pl.DataFrame(
        {"post_key": names, "image": names, "locator": names},
        schema_overrides={"post_key": pl.String},
    ).with_columns(collected_at=pl.lit(None, UTC))
    source = Source("posts.csv", folder / "posts.csv", 0)
    begun, used = time.perf_counter(), time.process_time()
    with Gathering(source, folder / "kept") as gathering:
        images = gathering.images_of(posts)
    took, used = time.perf_counter() - begun, time.process_time() - used
    print(
        f"gathered {len(images):,} pictures of 1280 x 960: {len(images) / took:,.0f} a second, "
        f"{1000 * used / len(images):.1f} ms of processor each"
    )


def _report_families(seed: int) -> None:
    """Print how long it takes to put hashes into families."""
    draw = np.random.default_rng(seed)
    centres = draw.random((HASHES // 2, 64)).argsort(1) < 32
    who = draw.integers(0, len(centres), HASHES)
    bits = centres[who]
    for _ in range(4):
        bits[np.arange(HASHES), draw.integers(0, 64, HASHES)] ^= True
    guards = (draw.random((HASHES // 2, 64)) < 0.5)[who]
    written = [
        f"phash:{np.packbits(one).tobytes().hex()} dhash:{np.packbits(two).tobytes().hex()}"
        for one, two in zip(bits, guards, strict=True)
    ]
    keys = [f"image:{at}" for at in range(HASHES)]
    begun = time.perf_counter()
    found = image_families(pl.DataFrame({"image_key": keys, "perceptual_hash": written}))
    took = time.perf_counter() - begun
    truth = dict(zip(keys, who, strict=True))
    wrong = sum(
        truth[one] != truth[two] for one, two in found.select("image_key", "family_key").iter_rows()
    )
    print(f"{HASHES:,} hashes into families: {took:.1f} s, {wrong} in a wrong one")


def _hashes(folder: Path, content: bytes) -> Hashes | None:
    """Both hashes of a picture; None where it is refused as plain."""
    path = folder / "picture"
    path.write_bytes(content)
    _, looks = look_at(path)
    if looks == PLAIN:
        return None
    said = stated(looks)
    return int(said["phash"], 16), int(said["dhash"], 16)


def _is_near(one: Hashes, other: Hashes) -> bool:
    """Whether two pictures are taken for one."""
    first, second = ((a ^ b).bit_count() for a, b in zip(one, other, strict=True))
    return first <= MOST_BITS["phash"] and second <= MOST_BITS_OF_GUARD


def _false_pairs(hashes: Sequence[Hashes]) -> tuple[int, int]:
    """How many pairs are taken for one picture, of how many."""
    if not hashes:
        return 0, 0
    phash, dhash = np.array(hashes, dtype=np.uint64).T
    one, other = np.triu_indices(len(hashes), 1)
    near = np.bitwise_count(phash[one] ^ phash[other]) <= MOST_BITS["phash"]
    near &= np.bitwise_count(dhash[one] ^ dhash[other]) <= MOST_BITS_OF_GUARD
    return int(near.sum()), len(one)
