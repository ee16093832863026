"""Names as people look for them: decorated letters and look-alikes written plainly."""

from __future__ import annotations

import unicodedata

_LOOK_ALIKES = str.maketrans({
    "а": "a", "в": "b", "е": "e", "ё": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p",
    "с": "c", "т": "t", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "ԁ": "d", "ԛ": "q",
    "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p",
    "τ": "t", "υ": "u", "χ": "x", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss",
    "ᴀ": "a", "ʙ": "b", "ᴄ": "c", "ᴅ": "d", "ᴇ": "e", "ꜰ": "f", "ɢ": "g", "ʜ": "h", "ɪ": "i",
    "ᴊ": "j", "ᴋ": "k", "ʟ": "l", "ᴍ": "m", "ɴ": "n", "ᴏ": "o", "ᴘ": "p", "ʀ": "r", "ꜱ": "s",
    "ᴛ": "t", "ᴜ": "u", "ᴠ": "v", "ᴡ": "w", "ʏ": "y", "ᴢ": "z",
})  # fmt: skip
_ACCENTS = range(0x0300, 0x0370)


def searchable(name: str) -> str:
    """Write a name plainly: the same for spellings that look alike.

    Parameters
    ----------
    name : str

    Returns
    -------
    str
        In lower case, without accents, ornaments and pictures; letters of styled alphabets, and
        Cyrillic and Greek letters that look like Latin ones, as those. Digits stay.

    Examples
    --------
    >>> searchable("𝓚𝓲𝓬𝓪𝓾 Ѕhор ✨"), searchable("Zoë")
    ('kicau shop', 'zoe')
    """
    plain = unicodedata.normalize("NFKD", name).casefold().translate(_LOOK_ALIKES)
    kept = "".join(
        letter if unicodedata.category(letter)[0] in "LMN" else " "
        for letter in plain
        if ord(letter) not in _ACCENTS and unicodedata.category(letter) != "Cf"
    )
    return unicodedata.normalize("NFC", " ".join(kept.split()))
