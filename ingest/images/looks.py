"""What a picture looks like, as a hash that survives being resized and saved again."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from enum import Enum
from pathlib import Path

import imagehash
import numpy as np
from PIL import Image, ImageOps

from graph.images.hashes import PLAIN, UNREADABLE, tells_apart

MAX_PIXELS = 64_000_000
MAX_BYTES = 64 << 20
MAX_SCANS = 64
LEAST_SPREAD = 12.0
MOST_OF_ONE_SHADE = 0.5
SHADES_ALIKE = 9
MOST_TRANSPARENT = 0.1

_SIDE = 256
_MEASURED = 64
_SHADES = 256
LARGE = 16_000_000
decoding_one_large = threading.Lock()
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF")
_BEGINNINGS = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"GIF87a",
    b"GIF89a",
    b"BM",
    b"II*\0",
    b"MM\0*",
)
_APPLE = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_AVIF = frozenset({b"avif", b"avis"})
_SCAN = b"\xff\xda"
HEAD = 16


class Kind(Enum):
    """What the first bytes of a file say that it is."""

    READABLE = "readable"
    NOT_READ_HERE = "HEIC"
    EMPTY = "empty"
    NO_PICTURE = "no picture"


class Outcome(Enum):
    """What came of looking at a picture."""

    COMPARABLE = "comparable"
    PLAIN = "too plain to compare"
    LARGE = "too large to be decoded"
    BROKEN = "broken"


def kind_of(head: bytes) -> Kind:
    """Tell a picture by its first bytes (at least `HEAD` of them), whatever its name says."""
    if not head:
        return Kind.EMPTY
    brand = head[8:12] if head[4:8] == b"ftyp" else b""
    if brand in _APPLE:
        return Kind.NOT_READ_HERE
    is_webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    readable = head.startswith(_BEGINNINGS) or is_webp or brand in _AVIF
    return Kind.READABLE if readable else Kind.NO_PICTURE


@contextmanager
def no_bombs() -> Iterator[None]:
    """Have Pillow refuse, rather than warn of, pictures that unpack to very much."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        warnings.filterwarnings("ignore", category=UserWarning, module="PIL")
        yield


def outcome_of(perceptual_hash: str | None) -> Outcome | None:
    """Tell from what is written of a picture what came of looking at it; None: nobody did."""
    special = {None: None, PLAIN: Outcome.PLAIN, UNREADABLE: Outcome.BROKEN}
    return special.get(perceptual_hash, Outcome.COMPARABLE)


def look_at(path: Path) -> tuple[Outcome, str]:
    """Hash what a picture looks like.

    Parameters
    ----------
    path : Path
        A file of `Kind.READABLE`; of an animation the first frame counts.

    Returns
    -------
    outcome : Outcome
    perceptual_hash : str
        ``phash:`` and 16 hexadecimal digits, a blank, ``dhash:`` and 16 more;
        `graph.images.hashes.PLAIN` for a picture with too little in it to be told from others;
        `graph.images.hashes.UNREADABLE` for one that is broken or larger than `MAX_PIXELS` or
        `MAX_BYTES`.

    Notes
    -----
    The picture is turned as its camera held it and laid on white where it is transparent. pHash
    says which of the 8 x 8 lowest frequencies of its brightness at 32 x 32 pixels lie above their
    median (Zauner 2010, as `imagehash` has it); dHash, where brightness falls from left to right.
    A picture is plain where its brightness hardly varies (standard deviation below `LEAST_SPREAD`
    of 255), where more than `MOST_OF_ONE_SHADE` of it lies within `SHADES_ALIKE` neighbouring
    shades (a drawing or words on one colour), where more than `MOST_TRANSPARENT` of it is
    transparent (a sticker), or where its frequencies are so few that the median does not divide
    them (a gradient, an icon): the hashes of such pictures rest on accidents and bring strangers
    together.
    Deterministic. Memory is at most about 8 bytes a pixel of `MAX_PIXELS`, large pictures one at
    a time; a photograph is decoded at a fraction of its size.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            return Outcome.LARGE, UNREADABLE
        with Image.open(path, formats=FORMATS) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                return Outcome.LARGE, UNREADABLE
            if picture.format in {"JPEG", "MPO"} and has_many_scans(path):
                return Outcome.BROKEN, UNREADABLE
            with decoding_one_large if picture.width * picture.height > LARGE else nullcontext():
                brightness, is_cut_out = _decoded(picture)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return Outcome.LARGE, UNREADABLE
    except Exception:  # noqa: BLE001 - decoders raise whatever hostile bytes lead them to
        return Outcome.BROKEN, UNREADABLE
    phash = str(imagehash.phash(brightness))
    if is_cut_out or _is_plain(brightness) or not tells_apart(phash):
        return Outcome.PLAIN, PLAIN
    return Outcome.COMPARABLE, f"phash:{phash} dhash:{imagehash.dhash(brightness)}"


def _is_plain(brightness: Image.Image) -> bool:
    """Whether a picture holds hardly any shade, or hardly any but one."""
    small = brightness.resize((_MEASURED, _MEASURED), Image.Resampling.BOX)
    if float(np.asarray(small).std()) < LEAST_SPREAD:
        return True
    shades = np.bincount(np.asarray(brightness).ravel(), minlength=_SHADES)
    neighbouring = np.convolve(shades, np.ones(SHADES_ALIKE, dtype=np.int64), mode="same")
    return int(neighbouring.max()) > MOST_OF_ONE_SHADE * int(shades.sum())


def _decoded(picture: Image.Image) -> tuple[Image.Image, bool]:
    """Decode a picture, no larger than needed, to its brightness; and whether it is cut out."""
    picture.draft("L", (_SIDE, _SIDE))
    picture.load()
    shown: Image.Image = picture
    if shown.has_transparency_data and shown.mode != "RGBA":
        shown = shown.convert("RGBA")
    elif shown.mode not in {"L", "RGB", "RGBA"}:
        shown = shown.convert("RGB")
    shown.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX, reducing_gap=None)
    shown = ImageOps.exif_transpose(shown)
    if shown.mode != "RGBA":
        return shown.convert("L"), False
    clear = float((np.asarray(shown.getchannel("A")) < _SHADES // 2).mean())
    on_white = Image.alpha_composite(Image.new("RGBA", shown.size, "white"), shown)
    return on_white.convert("L"), clear > MOST_TRANSPARENT


def has_many_scans(path: Path) -> bool:
    """Whether a photograph is built up in so many passes that decoding it would take minutes."""
    return path.read_bytes().count(_SCAN) > MAX_SCANS
