"""What a page shows of a picture: made anew, bounded, and blurred past recognition."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from ingest.images.shown import BLURRED_SIDE, SIDE, shown_picture
from tests.ingest.images.pictures import put, saved, scene


def opened(drawn: bytes | None) -> Image.Image:
    assert drawn is not None
    return Image.open(io.BytesIO(drawn))


def brightness(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("L").resize((160, 120)), dtype=float)


def test_a_sharp_picture_is_made_anew_and_bounded(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "A Camera"
    path = put(tmp_path, "a.jpg", saved(scene(1, (1600, 1200)), exif=exif))
    shown = opened(shown_picture(path, blurred=False))
    assert max(shown.size) == SIDE
    assert not dict(shown.getexif())
    assert np.abs(brightness(shown) - brightness(scene(1, (1600, 1200)))).mean() < 4


def test_a_blurred_picture_has_nothing_of_what_is_in_it(tmp_path: Path) -> None:
    plain = scene(2)
    written = plain.copy()
    pen = ImageDraw.Draw(written)
    for x in range(0, 320, 4):
        pen.line([x, 0, x, 240], fill=(0, 0, 0))
        pen.line([x + 2, 0, x + 2, 240], fill=(255, 255, 255))
    blurred = opened(shown_picture(put(tmp_path, "a.png", saved(plain, "PNG")), blurred=True))
    assert max(blurred.size) == BLURRED_SIDE
    fine = np.abs(np.diff(brightness(blurred), axis=1)).max()
    assert fine < 12 < np.abs(np.diff(brightness(plain), axis=1)).max()
    lines = opened(shown_picture(put(tmp_path, "b.png", saved(written, "PNG")), blurred=True))
    assert np.abs(np.diff(brightness(lines), axis=1)).max() < 12


@pytest.mark.parametrize("content", [b"", b"<script>alert(1)</script>", b"\xff\xd8\xff\x00"])
def test_what_is_no_picture_is_not_drawn(tmp_path: Path, content: bytes) -> None:
    assert shown_picture(put(tmp_path, "a.jpg", content), blurred=False) is None
    assert shown_picture(tmp_path / "nothing.jpg", blurred=True) is None


@pytest.mark.parametrize(("form", "mode"), [("PNG", "RGBA"), ("GIF", "P"), ("WEBP", "RGB")])
def test_other_forms_are_drawn_too(tmp_path: Path, form: str, mode: str) -> None:
    path = put(tmp_path, "a", saved(scene(3).convert(mode), form))
    assert opened(shown_picture(path, blurred=False)).mode == "RGB"
