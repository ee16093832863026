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
    ("whatsapp", "indonesian", "Lapak Burung Embunsari"),
]
EXPORTED_ALONE = "Gantangan Lembayung"
"""The Telegram group that is exported by itself, and not with the whole account."""

NAMED_BEFORE = "Gantangan Sore"
"""What it was called when it was made."""

_REGIONS = {EXPORTED_ALONE: "ID", "Lapak Burung Embunsari": "ID"}

SHARES = {
    "indonesian": (
        ("facebook", 0.45),
        ("telegram", 0.3),
        ("whatsapp", 0.17),
        ("instagram", 0.08),
    ),
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


def make_group(
    number: int, platform: str, language: str, name: str, *, is_private: bool = False
) -> Group:
    """Make a group; its id is longer than real ones, or from a stretch not known to be in use."""
    native_id = {
        "telegram": f"-100{4_290_000_000 + number}",
        "facebook": f"999{number:014d}",
        "whatsapp": name,
    }[platform]
    return Group(platform, native_id, name, language, _REGIONS.get(name), is_private)
