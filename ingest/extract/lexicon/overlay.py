"""Files of the lexicon: how they are read, and how one lies over another."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from rapidfuzz import process

from graph.errors import SchemaError
from ingest.extract.folding import unify
from ingest.extract.lexicon.cues import Cues
from ingest.extract.lexicon.entry import ROLES, Entry, Line, Words
from ingest.extract.lexicon.lexicon import Lexicon

LARGEST = 1_000_000
MOST_ENTRIES = 5_000
DEEPEST = 8
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _nothing_as_empty(said: object) -> object:
    """Take a key under which nothing stands as one that is empty."""
    return () if said is None else said


def _no_kinds_as_empty(said: object) -> object:
    """Take a key under which no kind stands as one that is empty."""
    return {} if said is None else said


CueWords = Annotated[dict[str, Words], BeforeValidator(_no_kinds_as_empty)]


class LexiconFile(BaseModel):
    """What a file of the lexicon says.

    Attributes
    ----------
    entries : tuple of Entry
        New ones, and such as take the place of the entry of the same id.
    remove : tuple of str
        Ids of entries to be left out.
    cues, remove_cues : dict
        By kind, words that announce contact details, to be added or left out.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    entries: Annotated[
        tuple[Entry, ...], Field(max_length=MOST_ENTRIES), BeforeValidator(_nothing_as_empty)
    ] = ()
    remove: Annotated[
        tuple[Line, ...], Field(max_length=MOST_ENTRIES), BeforeValidator(_nothing_as_empty)
    ] = ()
    cues: CueWords = {}
    remove_cues: CueWords = {}

    def over(self, lexicon: Lexicon) -> Lexicon:
        """Lay this over a lexicon."""
        own = {entry.id: entry for entry in self.entries}
        removed = set(self.remove)
        kept = [own.get(entry.id, entry) for entry in lexicon.entries if entry.id not in removed]
        new = [entry for entry in self.entries if entry.id not in lexicon.by_id]
        return Lexicon((*kept, *new), self._cues_over(lexicon.cues))

    def _cues_over(self, cues: Cues) -> Cues:
        """Lay this over the words that announce contact details."""
        return Cues(
            tuple(
                (kind, _changed(words, self.cues.get(kind, ()), self.remove_cues.get(kind, ())))
                for kind, words in cues.words
            )
        )


def read_text(path: Path) -> str:
    """Read the text of a file of the lexicon.

    Raises
    ------
    SchemaError
        If it cannot be read, is not UTF-8, or is too large.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise SchemaError(
            f"{path}: the lexicon cannot be read ({error.strerror}); check the path and who may "
            "read it."
        ) from None
    except UnicodeDecodeError as error:
        raise SchemaError(
            f"{path}: the lexicon is not UTF-8 ({error.reason}); save it as UTF-8."
        ) from None
    if len(raw) > LARGEST:
        raise SchemaError(
            f"{path}: the lexicon is larger than {LARGEST // 1000:,} kB; keep words in it only."
        )
    return text


def read_lexicon(text: str, path: str, kinds: Collection[str]) -> LexiconFile:
    """Read what a file of the lexicon says.

    Parameters
    ----------
    text : str
        YAML.
    path : str
        What the user calls it, for messages.
    kinds : collection of str
        Kinds of contact detail that words may announce.

    Raises
    ------
    SchemaError
        If it says something that a lexicon does not; names the entry.
    """
    said = _load(text, path)
    try:
        found = LexiconFile.model_validate(said)
    except ValidationError as error:
        raise SchemaError(f"{path}: {_first_mistake(error, said)}") from None
    _check(found, path, kinds)
    return found


def _load(text: str, path: str) -> dict[str, Any]:
    """Read YAML that is neither deep nor uses aliases, of which a small file can make much."""
    try:
        _check_shape(text, path)
        root: Any = yaml.compose(text, _LOADER)
        said = yaml.load(text, _LOADER)  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        where = " ".join(str(error).split())
        raise SchemaError(f"{path}: the lexicon is not YAML ({where}); mend it there.") from None
    if said is None:
        return {}
    if not isinstance(said, dict):
        raise SchemaError(
            f"{path}: the lexicon does not begin with `entries:`, `remove:`, `cues:` or "
            "`remove_cues:`; put what it lists under one of them."
        )
    _check_distinct([key.value for key, _ in root.value], f"{path}: the key")
    return said


def _check_shape(text: str, path: str) -> None:
    """Refuse aliases and depth before anything is made of them."""
    depth = 0
    for event in yaml.parse(text, _LOADER):
        if isinstance(event, yaml.AliasEvent):
            raise SchemaError(f"{path}: the lexicon uses a YAML alias (*); write it out.")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise SchemaError(
                f"{path}: the lexicon is nested too deeply; an entry is one level below `entries:`."
            )


def _check(found: LexiconFile, path: str, kinds: Collection[str]) -> None:
    """Refuse what contradicts itself or could never have an effect."""
    ids = [entry.id for entry in found.entries]
    _check_distinct(ids, f"{path}: the entry")
    both = sorted(set(ids) & set(found.remove))
    if both:
        raise SchemaError(
            f"{path}: the entry `{both[0]}` stands under both `entries` and `remove`; keep one."
        )
    for kind in (*found.cues, *found.remove_cues):
        if kind not in kinds:
            near = ", ".join(name for name, _, _ in process.extract(kind, kinds, limit=3))
            raise SchemaError(
                f"{path}: `{kind}` is no kind of contact detail that words announce; nearest: "
                f"{near}."
            )


def _check_distinct(names: list[Any], what: str) -> None:
    """Refuse a name that stands twice."""
    seen = set()
    for name in names:
        if name in seen:
            raise SchemaError(f"{what} `{name}` stands there twice; keep one.")
        seen.add(name)


def _changed(
    words: tuple[str, ...], added: tuple[str, ...], removed: tuple[str, ...]
) -> tuple[str, ...]:
    """Add words and leave words out; longest first."""
    kept = ({*words} | set(map(_plain, added))) - set(map(_plain, removed))
    return tuple(sorted(kept, key=lambda word: (-len(word), word)))


def _plain(word: str) -> str:
    """Write a cue as texts are written when it is looked for."""
    return unify(word).lower()


def _first_mistake(error: ValidationError, said: dict[str, Any]) -> str:
    """Say the first thing that is wrong, with its entry and what to do."""
    mistake = error.errors()[0]
    place = list(mistake["loc"])
    where = ""
    if len(place) >= 2 and place[0] == "entries" and isinstance(place[1], int):
        where = f"{_entry_name(said, place[1])}, "
        place = place[2:]
    key = ".".join(str(part) for part in place if part != "[key]") or "it"
    if mistake["type"] == "extra_forbidden":
        model = Entry if where else LexiconFile
        known = ", ".join(field.alias or name for name, field in model.model_fields.items())
        return f"{where}`{key}` is no key here; take it out (the keys are {known})."
    if mistake["type"] == "missing":
        return f"{where}`{key}` is missing; add it."
    if mistake["type"] == "literal_error":
        return f"{where}`{key}` is {mistake['input']!r}; choose one of {', '.join(ROLES)}."
    what = mistake["msg"].removeprefix("Value error, ")
    hint = "; put it in quotes" if mistake["type"] == "string_type" else "; mend it there"
    return f"{where}`{key}`: {what}{hint}."


def _entry_name(said: dict[str, Any], place: int) -> str:
    """Name an entry by its id, or by its place."""
    entry = said["entries"][place]
    name = entry.get("id") if isinstance(entry, dict) else None
    return f"entry `{str(name)[:80]}`" if name else f"entry {place + 1}"
