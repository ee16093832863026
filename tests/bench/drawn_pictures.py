"""Pictures drawn for the benchmark: scenes, what people do to pictures, and plain ones."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFont

SIZES = ((1280, 960), (960, 1280), (1080, 1080), (1600, 1200))
WORDS = (
    "burung", "murai", "dijual", "siap", "kirim", "harga", "nego", "hubungi", "grup", "kandang",
    "sehat", "jinak", "bunyi",
)  # fmt: skip
Colour = tuple[int, int, int]


def scene(seed: int, size: tuple[int, int] | None = None) -> Image.Image:
    """An uneven ground with the spectrum of photographs, animals' shapes, often a cage's bars."""
    draw = np.random.default_rng(seed)
    width, height = size or SIZES[draw.integers(len(SIZES))]
    ground = _ground(draw, height // 4, width // 4, draw.uniform(1.0, 1.6))
    shades = [0.85 * ground + 0.3 * _ground(draw, height // 4, width // 4, 1.2) for _ in range(3)]
    lit = np.stack(shades, -1) * draw.uniform(25, 50) + draw.uniform(90, 160, size=3)
    picture = Image.fromarray(lit.clip(0, 255).astype(np.uint8))
    picture = picture.resize((width, height), Image.Resampling.BICUBIC)
    pen = ImageDraw.Draw(picture)
    for _ in range(draw.integers(2, 6)):
        x, y = draw.uniform(0.15, 0.85) * width, draw.uniform(0.15, 0.85) * height
        across, down = draw.uniform(0.05, 0.22) * width, draw.uniform(0.05, 0.22) * height
        pen.ellipse([x - across, y - down, x + across, y + down], fill=_colour(draw))
        pen.polygon([(x, y - down), (x + across * 1.8, y), (x, y + down / 3)], fill=_colour(draw))
    if draw.random() < 0.5:
        for x in range(0, width, int(draw.uniform(0.03, 0.08) * width)):
            pen.line([x, 0, x, height], fill=(40, 40, 40), width=max(2, width // 300))
    return picture


def changed(picture: Image.Image, seed: int) -> Iterator[tuple[str, Image.Image, int]]:
    """What people and platforms do to a picture: name, result, quality to save it with."""
    draw = np.random.default_rng([seed, 7])
    width, height = picture.size

    def cropped(share: float) -> Image.Image:
        left, top = int(width * share / 2), int(height * share / 2)
        return picture.crop((left, top, width - left, height - top))

    yield "resized to 640", picture.resize((640, 640 * height // width)), 85
    yield "resized to 200", picture.resize((200, 200 * height // width)), 80
    yield "JPEG quality 60", picture, 60
    yield "JPEG quality 20", picture, 20
    yield "sent on twice", _again(_again(picture, 1280, 75), 800, 75), 70
    yield "cropped by 2%", cropped(0.02), 85
    yield "cropped by 4%", cropped(0.04), 85
    yield "cropped by 8%", cropped(0.08), 85
    yield "5% cut off one side", picture.crop((int(width * 0.05), 0, width, height)), 85
    yield "small watermark", _marked(draw, picture, 0.04), 85
    yield "large watermark", _marked(draw, picture, 0.09), 85
    yield "20% brighter", ImageEnhance.Brightness(picture).enhance(1.2), 85
    yield "20% darker", ImageEnhance.Brightness(picture).enhance(0.8), 85
    yield "25% more contrast", ImageEnhance.Contrast(picture).enhance(1.25), 85
    yield "without colour", picture.convert("L"), 85
    barred = picture.copy()
    ImageDraw.Draw(barred).rectangle([0, int(height * 0.93), width, height], fill="black")
    yield "black bar of 7%", barred, 85
    framed = Image.new("RGB", picture.size, "white")
    small = picture.resize((int(width * 0.94), int(height * 0.94)))
    framed.paste(small, (int(width * 0.03), int(height * 0.03)))
    yield "white frame of 3%", framed, 85
    yield "turned by 3 degrees", picture.rotate(3, Image.Resampling.BICUBIC), 85
    yield "mirrored", picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT), 85


def plain(seed: int) -> Iterator[tuple[str, Image.Image]]:
    """Pictures that hold too little to be told from others, and screenshots of chats."""
    draw = np.random.default_rng([seed, 11])
    even = np.full((300, 300, 3), draw.integers(0, 255, 3), float)
    noisy = even + draw.normal(0, draw.uniform(0, 3), even.shape)
    yield "one shade", Image.fromarray(noisy.clip(0, 255).astype(np.uint8))
    slope = np.linspace(draw.integers(0, 255), draw.integers(0, 255), 300).astype(np.uint8)
    yield "gradient", Image.fromarray(np.repeat(slope[:, None], 300, 1))
    icon = Image.new("RGB", (256, 256), _colour(draw))
    reach = draw.uniform(25, 90)
    ImageDraw.Draw(icon).ellipse(
        [128 - reach, 100 - reach, 128 + reach, 100 + reach], fill=_colour(draw)
    )
    yield "icon", icon
    yield "words on one colour", _words(draw)
    yield "screenshot of a chat", _chat(draw)


def saved(picture: Image.Image, quality: int = 85) -> bytes:
    """The bytes of a JPEG."""
    file = io.BytesIO()
    picture.convert("RGB").save(file, "JPEG", quality=quality)
    return file.getvalue()


def _ground(draw: np.random.Generator, height: int, width: int, slope: float) -> np.ndarray:
    """Noise whose strength falls with its frequency, mean 0, spread 1."""
    along, across = np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)[None, :]
    frequency = np.hypot(along, across)
    frequency[0, 0] = 1
    wave = draw.normal(size=frequency.shape) + 1j * draw.normal(size=frequency.shape)
    wave /= frequency**slope
    wave[0, 0] = 0
    found = np.fft.irfft2(wave, s=(height, width))
    return found / found.std()


def _colour(draw: np.random.Generator) -> Colour:
    """Any colour."""
    red, green, blue = (int(shade) for shade in draw.integers(0, 255, 3))
    return red, green, blue


def _again(picture: Image.Image, width: int, quality: int) -> Image.Image:
    """A picture as a messenger sends it on."""
    small = picture.resize((width, width * picture.height // picture.width))
    return Image.open(io.BytesIO(saved(small, quality))).convert("RGB")


def _marked(draw: np.random.Generator, picture: Image.Image, share: float) -> Image.Image:
    """A picture with a name written over it."""
    marked = picture.copy()
    width, height = picture.size
    place = (draw.uniform(0.05, 0.5) * width, draw.uniform(0.1, 0.85) * height)
    font = ImageFont.load_default(size=int(share * width))
    pen = ImageDraw.Draw(marked)
    pen.text(place, "Kicau Shop", fill="white", font=font, stroke_width=2, stroke_fill="black")
    return marked


def _words(draw: np.random.Generator) -> Image.Image:
    """A page of words."""
    picture = Image.new("RGB", (720, 1280), "white")
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(size=int(draw.integers(20, 40)))
    for y in range(int(draw.integers(20, 120)), 1240, int(draw.integers(40, 90))):
        words = " ".join(draw.choice(WORDS, int(draw.integers(2, 8))))
        pen.text((30, y), words, fill="black", font=font)
    return picture


def _chat(draw: np.random.Generator) -> Image.Image:
    """A messenger's window: all of them look much alike."""
    picture = Image.new("RGB", (720, 1280), (229, 221, 213))
    pen = ImageDraw.Draw(picture)
    pen.rectangle([0, 0, 720, 90], fill=(7, 94, 84))
    y = 120
    while y < 1200:
        tall, wide = int(draw.integers(60, 180)), int(draw.integers(250, 400))
        is_theirs = draw.random() < 0.5
        x = 20 if is_theirs else int(draw.integers(150, 300))
        fill = "white" if is_theirs else (220, 248, 198)
        pen.rounded_rectangle([x, y, x + wide, y + tall], 16, fill=fill)
        words = " ".join(draw.choice(WORDS, 3))
        pen.text((x + 20, y + 15), words, fill="black", font=ImageFont.load_default(size=26))
        y += tall + 20
    return picture
