"""Plurals of names in the languages that form them by endings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_STOPS = {"de", "d", "del", "da", "do", "dos", "das", "du", "des", "la", "el", "à", "en", "y", "e",
          "con", "com", "of", "s"}  # fmt: skip
_PLAIN = str.maketrans("áéíóú", "aeiou")
_GERMAN = (
    ("elefant", "elefanten"), ("leopard", "leoparden"), ("gepard", "geparden"),
    ("nashorn", "nashörner"), ("schimpanse", "schimpansen"), ("äffchen", "äffchen"),
    ("pferdchen", "pferdchen"), ("kröte", "kröten"), ("katze", "katzen"), ("falke", "falken"),
    ("bär", "bären"), ("wolf", "wölfe"), ("affe", "affen"), ("taube", "tauben"),
    ("amazone", "amazonen"), ("schlange", "schlangen"), ("otter", "otter"), ("tier", "tiere"),
    ("hirsch", "hirsche"), ("papagei", "papageien"), ("sittich", "sittiche"),
    ("vogel", "vögel"), ("adler", "adler"), ("luchs", "luchse"), ("waran", "warane"),
    ("krokodil", "krokodile"), ("leguan", "leguane"), ("echse", "echsen"), ("agame", "agamen"),
    ("drossel", "drosseln"), ("hai", "haie"), ("aal", "aale"), ("zahn", "zähne"),
    ("orchidee", "orchideen"), ("schuh", "schuhe"), ("fink", "finken"), ("star", "stare"),
    ("zeisig", "zeisige"), ("lori", "loris"), ("ara", "aras"), ("kakadu", "kakadus"),
    ("python", "pythons"), ("beo", "beos"), ("utan", "utans"), ("gibbon", "gibbons"),
    ("fossil", "fossilien"), ("eule", "eulen"), ("kobra", "kobras"), ("gecko", "geckos"),
    ("schnabel", "schnäbel"), ("löwe", "löwen"), ("jaguar", "jaguare"), ("serval", "servale"),
    ("fennek", "fenneks"), ("frosch", "frösche"), ("wal", "wale"), ("parder", "parder"),
    ("makak", "makaken"), ("dohle", "dohlen"), ("pangolin", "pangoline"), ("hund", "hunde"),
)  # fmt: skip


def plurals(name: str, language: str) -> Iterator[str]:
    """Give the plurals of a folded name; none where the language is not known here.

    Parameters
    ----------
    name : str
        As `fold_name` writes it.
    language : str

    Yields
    ------
    str
        German ones by a table of endings only.

    Examples
    --------
    >>> list(plurals("african elephant", "en")), list(plurals("halcón peregrino", "es"))
    (['african elephants'], ['halcones peregrinos'])
    """
    if language == "en":
        yield from _last_word(name, _english)
    elif language == "de":
        yield from _german(name)
    elif language in _ROMANCE:
        words = name.split(" ")
        end = next((place for place, word in enumerate(words) if word in _STOPS), len(words))
        changed = [_ROMANCE[language](word) for word in words[:end]]
        if end and all(changed):
            yield " ".join([*(word or "" for word in changed), *words[end:]])


def _last_word(name: str, plural: Callable[[str], str | None]) -> Iterator[str]:
    """Put the last word into the plural."""
    before, space, last = name.rpartition(" ")
    if (changed := plural(last)) is not None:
        yield f"{before}{space}{changed}"


def _english(word: str) -> str | None:
    """Put an English word into the plural; None where it is one or has none of its own."""
    if len(word) < 3 or not word.isascii() or word.endswith(("fish", "deer", "mynah")):
        return f"{word}s" if word == "mynah" else None
    if word.endswith("wolf"):
        return f"{word[:-1]}ves"
    if word.endswith(("us", "os", "is", "ss", "x", "ch", "sh", "z")):
        return f"{word}es"
    if word.endswith("s"):
        return None
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


def _spanish(word: str) -> str | None:
    """Put a Spanish word into the plural."""
    if word.endswith("z"):
        return f"{word[:-1]}ces"
    if word.endswith(("s", "x")):
        return word if len(word) > 3 else None
    if word[-1] in "aeiouáéíóú":
        return f"{word}s"
    return f"{word[:-2]}{word[-2:].translate(_PLAIN)}es"


def _portuguese(word: str) -> str | None:
    """Put a Portuguese word into the plural."""
    if word.endswith("ão"):
        return f"{word[:-2]}ões"
    if word.endswith(("s", "x")):
        return word if len(word) > 3 else None
    if word.endswith("m"):
        return f"{word[:-1]}ns"
    if word.endswith(("al", "ol", "ul")):
        return f"{word[:-1]}is"
    if word.endswith(("r", "z", "n")):
        return f"{word}es"
    return None if word.endswith("l") else f"{word}s"


def _french(word: str) -> str | None:
    """Put a French word into the plural."""
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al"):
        return f"{word[:-1]}ux"
    return f"{word}x" if word.endswith(("eau", "eu")) else f"{word}s"


_ROMANCE: dict[str, Callable[[str], str | None]] = {
    "es": _spanish,
    "pt": _portuguese,
    "fr": _french,
}


def _german(name: str) -> Iterator[str]:
    """Give German plurals, with both forms of an adjective before the noun."""
    *before, last = name.split(" ")
    for ending, plural in _GERMAN:
        if last.endswith(ending):
            noun = f"{last[: -len(ending)]}{plural}"
            if not before and noun != last:
                yield noun
            elif before:
                stems = [word[:-1] if word.endswith(("er", "es")) else word for word in before]
                yield " ".join([*stems, noun])
                yield " ".join([*(f"{stem}n" for stem in stems), noun])
            return
