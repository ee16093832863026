"""Hashes of drawn pictures: the same again after changes, and none for plain or hostile ones."""

from __future__ import annotations

import struct
import warnings
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageEnhance

from graph.images.hashes import MOST_BITS, MOST_BITS_OF_GUARD, PLAIN, UNREADABLE, stated
from ingest.images.looks import HEAD, MAX_SCANS, Kind, Outcome, kind_of, look_at, no_bombs
from tests.ingest.images.pictures import saved, scene


def looks(folder: Path, content: bytes) -> tuple[Outcome, str]:
    path = folder / "picture"
    path.write_bytes(content)
    with no_bombs():
        return look_at(path)


def apart(folder: Path, one: bytes, other: bytes) -> tuple[int, int]:
    """In how many bits of pHash and of dHash two pictures differ."""
    hashes = [stated(looks(folder, each)[1]) for each in (one, other)]
    bits = [
        (int(hashes[0][name], 16) ^ int(hashes[1][name], 16)).bit_count()
        for name in ("phash", "dhash")
    ]
    return bits[0], bits[1]


def is_near(bits: tuple[int, int]) -> bool:
    return bits[0] <= MOST_BITS["phash"] and bits[1] <= MOST_BITS_OF_GUARD


@pytest.mark.parametrize("seed", range(5))
def test_the_same_picture_saved_otherwise_is_near(tmp_path: Path, seed: int) -> None:
    picture = scene(seed, (800, 600))
    others = {
        "smaller": saved(picture.resize((320, 240)), quality=70),
        "poor": saved(picture, quality=25),
        "brighter": saved(ImageEnhance.Brightness(picture).enhance(1.2)),
        "grey": saved(picture.convert("L")),
        "cropped": saved(picture.crop((12, 9, 788, 591))),
        "png": saved(picture, "PNG"),
        "webp": saved(picture, "WEBP"),
    }
    near = {name: is_near(apart(tmp_path, saved(picture), it)) for name, it in others.items()}
    assert near == dict.fromkeys(others, True)


def test_other_pictures_are_far(tmp_path: Path) -> None:
    contents = [saved(scene(seed)) for seed in range(30)]
    pairs = [(one, other) for one in contents for other in contents if one is not other]
    assert not any(is_near(apart(tmp_path, *pair)) for pair in pairs[:200])


def test_a_picture_is_turned_as_its_camera_held_it(tmp_path: Path) -> None:
    picture = scene(3)
    exif = Image.Exif()
    exif[0x0112] = 6
    lying = saved(picture.transpose(Image.Transpose.ROTATE_90), exif=exif)
    assert is_near(apart(tmp_path, saved(picture), lying))


def test_of_an_animation_the_first_frame_counts(tmp_path: Path) -> None:
    frames = [scene(seed) for seed in range(3)]
    moving = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert is_near(apart(tmp_path, saved(frames[0]), moving))


def text_picture() -> Image.Image:
    picture = Image.new("RGB", (400, 700), "white")
    pen = ImageDraw.Draw(picture)
    for line in range(20):
        pen.text((20, 30 * line), "burung murai dijual, siap kirim", fill="black")
    return picture


def icon() -> Image.Image:
    picture = Image.new("RGB", (256, 256), (30, 120, 200))
    ImageDraw.Draw(picture).ellipse([80, 50, 176, 146], fill="white")
    return picture


def sticker() -> Image.Image:
    picture = scene(1).convert("RGBA")
    shape = Image.new("L", picture.size, 0)
    ImageDraw.Draw(shape).ellipse([20, 20, 300, 220], fill=255)
    picture.putalpha(shape)
    return picture


PLAIN_PICTURES = {
    "one shade": Image.new("RGB", (300, 300), (200, 30, 30)),
    "noise that nobody sees": Image.fromarray(
        np.random.default_rng(1).normal(128, 3, (200, 200)).astype(np.uint8)
    ),
    "gradient": Image.linear_gradient("L"),
    "words on one colour": text_picture(),
    "icon": icon(),
    "sticker": sticker(),
    "clear": Image.new("RGBA", (64, 64), (0, 0, 0, 0)),
    "one pixel": Image.new("RGB", (1, 1)),
}


@pytest.mark.parametrize("name", PLAIN_PICTURES)
def test_plain_pictures_have_no_hash(tmp_path: Path, name: str) -> None:
    assert looks(tmp_path, saved(PLAIN_PICTURES[name], "PNG")) == (Outcome.PLAIN, PLAIN)


def png_of(width: int, height: int) -> bytes:
    """A PNG that says how large it is and holds almost nothing."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


WHOLE = saved(scene(0))
HOSTILE = {
    "bomb": (png_of(60_000, 60_000), Outcome.LARGE),
    "bomb below Pillow's own limit": (png_of(10_000, 10_000), Outcome.LARGE),
    "cut off": (WHOLE[: len(WHOLE) // 2], Outcome.BROKEN),
    "nothing but a beginning": (WHOLE[:20], Outcome.BROKEN),
    "broken inside": (saved(scene(0), "PNG")[:2000] + bytes(400), Outcome.BROKEN),
    "countless passes": (WHOLE[:-2] + b"\xff\xda" * (MAX_SCANS + 1), Outcome.BROKEN),
    "no size": (png_of(0, 0), Outcome.BROKEN),
    "words": (b"BM this only begins like a picture", Outcome.BROKEN),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pictures_are_said_to_be_so(tmp_path: Path, name: str) -> None:
    content, outcome = HOSTILE[name]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert looks(tmp_path, content) == (outcome, UNREADABLE)


@pytest.mark.parametrize("place", range(0, 200, 7))
def test_damage_anywhere_raises_nothing(tmp_path: Path, place: int) -> None:
    for form in ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF"):
        content = bytearray(saved(scene(0, (60, 40)), form))
        content[place : place + 4] = b"\xff\xff\xff\xff"
        outcome, _ = looks(tmp_path, bytes(content))
        assert outcome in Outcome


def test_kinds_are_told_by_their_first_bytes() -> None:
    forms = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF")
    assert {kind_of(saved(scene(0), form)[:HEAD]) for form in forms} == {Kind.READABLE}
    assert kind_of(b"\0\0\0\x18ftypheic\0\0\0\0") is Kind.NOT_READ_HERE
    assert kind_of(b"") is Kind.EMPTY
    assert kind_of(b"%PDF-1.7 a document") is Kind.NO_PICTURE
    assert kind_of(b"\0\0\0\x18ftypisom\0\0\0\0") is Kind.NO_PICTURE
