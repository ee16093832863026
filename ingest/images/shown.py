"""A picture as a page shows it: small, made anew, and blurred so far that nobody can be known."""

from __future__ import annotations

import io
from contextlib import nullcontext
from pathlib import Path

from PIL import Image, ImageFilter, ImageOps

from ingest.images.looks import (
    FORMATS,
    LARGE,
    MAX_BYTES,
    MAX_PIXELS,
    decoding_one_large,
    has_many_scans,
)

SIDE = 720
BLURRED_SIDE = 240
_SPOTS = 10
_QUALITY = 82


def shown_picture(path: Path, *, blurred: bool) -> bytes | None:
    """Make what a page shows of a picture.

    Parameters
    ----------
    path : Path
        A picture as it was found.
    blurred : bool
        Of a blurred picture no more than `_SPOTS` spots of colour to a side are left; nothing
        brings back what they were made of.

    Returns
    -------
    bytes or None
        A JPEG without anything that the original says of itself (camera, place, time); None where
        nothing here decodes it, or it is too large or broken.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            return None
        with Image.open(path, formats=FORMATS) as picture:
            size = picture.width * picture.height
            if size > MAX_PIXELS or (picture.format in {"JPEG", "MPO"} and has_many_scans(path)):
                return None
            with decoding_one_large if size > LARGE else nullcontext():
                shown = _decoded(picture)
        drawn = io.BytesIO()
        (_blurred(shown) if blurred else shown).save(drawn, "JPEG", quality=_QUALITY)
        return drawn.getvalue()
    except Exception:  # noqa: BLE001 - decoders raise whatever hostile bytes lead them to
        return None


def _decoded(picture: Image.Image) -> Image.Image:
    """Decode a picture, no larger than needed, upright, on white where it is transparent."""
    picture.draft("RGB", (SIDE, SIDE))
    picture.load()
    shown: Image.Image = picture
    if shown.has_transparency_data:
        shown = shown.convert("RGBA")
    elif shown.mode != "RGB":
        shown = shown.convert("RGB")
    shown.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    shown = ImageOps.exif_transpose(shown)
    if shown.mode == "RGBA":
        shown = Image.alpha_composite(Image.new("RGBA", shown.size, "white"), shown).convert("RGB")
    clean = Image.new("RGB", shown.size)
    clean.paste(shown)
    return clean


def _blurred(shown: Image.Image) -> Image.Image:
    """Leave a few spots of colour of a picture."""
    scale = BLURRED_SIDE / max(shown.size)
    size = (max(1, round(shown.width * scale)), max(1, round(shown.height * scale)))
    spots = shown.copy()
    spots.thumbnail((_SPOTS, _SPOTS), Image.Resampling.BOX)
    return spots.resize(size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(8))
