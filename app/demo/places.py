"""The groups where the demonstration's accounts meet; their names are invented."""

from __future__ import annotations

from app.demo.people import Group

_NAMES = [
    ("facebook", "indonesian", "Kicau Fajar Jual Beli"),
    ("facebook", "indonesian", "Pecinta Burung Sorejaya"),
    ("facebook", "indonesian", "Lapak Satwa Embunsari"),
    ("telegram", "indonesian", "Gantangan Lembayung"),
    ("telegram", "indonesian", "Reptil Lembayung Market"),
    ("facebook", "english", "Featherfield Classifieds"),
    ("facebook", "english", "Scales and Shells Corner"),
    ("telegram", "english", "Aviary Lane Exchange"),
    ("facebook", "vietnamese", "Hội Chim Cảnh Bến Sương"),
    ("facebook", "vietnamese", "Chợ Thú Nuôi Đồi Gió"),
    ("facebook", "thai", "ตลาดนกสวนหมอก"),
    ("facebook", "thai", "คนรักสัตว์บ้านริมเขา"),
    ("facebook", "spanish", "Mascotas del Valle Claro"),
    ("telegram", "chinese", "云溪花鸟市场"),
]

SHARES = {
    "indonesian": (("facebook", 0.6), ("telegram", 0.3), ("instagram", 0.1)),
    "english": (("facebook", 0.6), ("telegram", 0.3), ("instagram", 0.1)),
    "vietnamese": (("facebook", 0.9), ("instagram", 0.1)),
    "thai": (("facebook", 0.9), ("instagram", 0.1)),
    "spanish": (("facebook", 0.75), ("instagram", 0.25)),
    "chinese": (("telegram", 1.0),),
}
"""Where the writers of a language are, as shares of them."""


def open_groups() -> list[Group]:
    """List the groups that anybody may join."""
    return [
        make_group(number, platform, language, name)
        for number, (platform, language, name) in enumerate(_NAMES, start=1)
    ]


def make_group(number: int, platform: str, language: str, name: str) -> Group:
    """Make a group; its id is longer than the platform's real ones."""
    native_id = f"-100999{number:09d}" if platform == "telegram" else f"999{number:014d}"
    return Group(platform, native_id, name, language)
