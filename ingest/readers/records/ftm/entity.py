"""One entity of FollowTheMoney, whatever its line holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.readers.json_values import inner, mapping, raw, text
from ingest.readers.records.ftm.schemata import SECRETS
from ingest.readers.refusal import Refusal

_FULL_DATE = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2})(:\d{2})?(:\d{2})?(?:\.\d+)?)?(Z|[+-].*)?"
)
_LONGEST_ID = 400
_OWN = frozenset({"id", "schema", "properties", "caption"})


@dataclass(frozen=True)
class Entity:
    """An entity.

    Attributes
    ----------
    id, schema : str
    properties : mapping of str to list of str
        Every value as text; of an entity inside another its id.
    context : mapping of str to str
        What stands beside the properties.
    caption : str or None
        What the tool calls it.
    """

    id: str
    schema: str
    properties: Mapping[str, list[str]]
    context: Mapping[str, str]
    caption: str | None

    def first(self, *names: str) -> str | None:
        """Look up the first value of the first property that has one."""
        return next((value for name in names for value in self.all(name)), None)

    def all(self, *names: str) -> list[str]:
        """List the values of some properties."""
        return [value for name in names for value in self.properties.get(name, ())]

    def time(self, *names: str) -> str | None:
        """Look up the first time that names its day; the model says that all are UTC."""
        return next(filter(None, (_in_utc(value) for value in self.all(*names))), None)

    def rest(self, *taken: str) -> dict[str, object]:
        """Give the properties that were not taken, single values bare, and the context."""
        gone = {*taken, *SECRETS}
        left: dict[str, object] = {
            name: values[0] if len(values) == 1 else values
            for name, values in self.properties.items()
            if name not in gone and values
        }
        return {**self.context, **left}

    def lines(self, *taken: str) -> str:
        """Write the properties that were not taken one below the other, the schema first."""
        left = self.rest(*taken)
        said = (
            f"{name}: {', '.join(value) if isinstance(value, list) else value}"
            for name, value in left.items()
        )
        return "\n".join((self.schema, *said))

    @property
    def name(self) -> str | None:
        """What it is called."""
        return self.first("name", "title", "subject") or self.caption


def read_entity(value: object) -> Entity:
    """Read an entity.

    Raises
    ------
    Refusal
        If it has no id or schema.
    """
    entity_id, schema = text(value, "id"), text(value, "schema")
    if entity_id is None or len(entity_id) > _LONGEST_ID:
        raise Refusal("id", "the entity has no id, or one that is too long")
    if schema is None:
        raise Refusal("schema", "the entity names no schema")
    properties = {
        str(name): [said for each in _listed(values) if (said := _said(each))]
        for name, values in mapping(value, "properties").items()
    }
    context = {
        str(name): said
        for name, each in mapping(value).items()
        if name not in _OWN and (said := _said(each))
    }
    return Entity(entity_id.strip(), schema.strip(), properties, context, text(value, "caption"))


def _listed(values: object) -> list[object]:
    """Give values as the list that they should be."""
    return values if isinstance(values, list) else [values]


def _said(value: object) -> str | None:
    """Write a value as text; an entity inside another is its id; null and blank are nothing."""
    if value is None or value in ("", [], {}):
        return None
    return (
        text(value) or text(inner(value, "id")) or (None if isinstance(value, str) else raw(value))
    )


def _in_utc(written: str) -> str | None:
    """Write a time that names its day with its zone; None for a month or year."""
    match = _FULL_DATE.fullmatch(written.strip())
    if match is None:
        return None
    day, hour, minute, second, zone = match.groups()
    return f"{day}T{hour or '00'}{minute or ':00'}{second or ':00'}{zone or 'Z'}"
