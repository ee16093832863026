"""Drawn pictures: scenes that differ, the same scene saved otherwise, and plain ones."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

SIDE = 320


def scene(seed: int, size: tuple[int, int] = (SIDE, 240)) -> Image.Image:
    """A cage and birds before an uneven ground, another one for each seed."""
    draw = np.random.default_rng(seed)
    width, height = size
    small = draw.normal(128, 45, (9, 12, 3)).clip(0, 255).astype(np.uint8)
    picture = Image.fromarray(small).resize(size, Image.Resampling.BICUBIC)
    pen = ImageDraw.Draw(picture)
    for _ in range(4):
        x, y = draw.uniform(0.1, 0.7) * width, draw.uniform(0.1, 0.7) * height
        far = (x + draw.uniform(0.1, 0.3) * width, y + draw.uniform(0.1, 0.3) * height)
        pen.ellipse([x, y, *far], fill=tuple(int(shade) for shade in draw.integers(0, 255, 3)))
    for x in range(int(draw.integers(5, 30)), width, width // 12):
        pen.line([x, 0, x, height], fill=(40, 40, 40), width=2)
    return picture


def saved(picture: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    """The bytes of a picture."""
    file = io.BytesIO()
    picture.save(file, form, **options)  # type: ignore[arg-type]
    return file.getvalue()


def put(folder: Path, name: str, content: bytes) -> Path:
    """Write a file, with the folders it lies in."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
