"""What the entities of FollowTheMoney say: descriptions, posts, links."""

from __future__ import annotations

from itertools import product

from ingest.readers.json_lines import Item
from ingest.readers.records.ftm.entity import Entity, read_entity
from ingest.readers.records.ftm.known import PLATFORM, Known
from ingest.readers.records.ftm.schemata import (
    DOCUMENTS,
    EDGES,
    HOLDERS,
    NOTES,
    NUMBERS,
    SENDERS,
)
from ingest.readers.records.record_rows import RecordRows, kept
from ingest.readers.refusal import Refusal

_DATES = ("date", "startDate", "publishedAt", "authoredAt", "createdAt", "modifiedAt")
_AMOUNTS = ("amount", "amountUsd", "amountEur")
_CONTACTS = ("email", "phone", "number", "website")
_SAID = ("bodyText", "description", "summary")
_MOST_LINKS = 1_000


class Teller:
    """Tells entities.

    Parameters
    ----------
    known : Known
        Which of them are accounts or details of platforms.
    rows : RecordRows
        Takes what they say.

    Attributes
    ----------
    left_out : bool
        Whether secrets were left out.
    """

    def __init__(self, known: Known, rows: RecordRows) -> None:
        self._known = known
        self._rows = rows
        self.left_out = False

    def tell(self, item: Item) -> None:
        """Tell an entity."""
        entity = read_entity(item.value)
        self.left_out |= not {"password", "privateKey"}.isdisjoint(entity.properties)
        if entity.schema in EDGES:
            self._tell_link(entity, item.locator)
        elif entity.schema in {*SENDERS, *NOTES, *DOCUMENTS}:
            self._rows.tell(item.locator, self._post(entity))
        else:
            self._rows.tell(item.locator, self._described(entity))
            self._tell_holders(entity, item.locator)

    def _described(self, entity: Entity) -> dict[str, object]:
        """Describe an account."""
        name = entity.first("username") if entity.schema == "UserAccount" else entity.name
        if name is None:
            raise Refusal(
                "schema", f"'{entity.schema}' is neither a relation nor a post, and has no name"
            )
        names = entity.all("name")
        shown = ("name",) if len(names) < 2 else ()
        return {
            **self._known.account(entity.id).row(),
            "account_name": name,
            "account_contact": ";".join(entity.all(*_CONTACTS)) or None,
            "account_bio": entity.lines("username", *_CONTACTS, *shown),
            "collected_at": entity.time("retrievedAt"),
        }

    def _tell_holders(self, entity: Entity, locator: str) -> None:
        """Link an account or wallet with who holds it."""
        if entity.schema not in HOLDERS:
            return
        for position, holder in enumerate(entity.all(HOLDERS[entity.schema]), start=1):
            self._rows.links.tell(
                f"{locator}, holder {position}",
                {
                    "from_key": self._known.key(holder),
                    "to_key": self._known.key(entity.id),
                    "kind": entity.schema,
                    "collected_at": entity.time("retrievedAt"),
                },
            )

    def _post(self, entity: Entity) -> dict[str, object]:
        """Tell a message, note or document."""
        said = entity.all(*_SAID) or entity.all("subject")
        if not said:
            raise Refusal("bodyText", f"the {entity.schema} holds no text")
        sender = entity.first(*SENDERS.get(entity.schema, ()))
        account = self._known.account(sender) if sender else None
        platform = account.platform if account else PLATFORM
        before = "" if platform == PLATFORM else f"{PLATFORM}-"
        answered = entity.first("inReplyToMessage", "inReplyToEmail")
        recipients = entity.all("recipientAccount", "recipients")
        return {
            "platform": platform,
            **(account.row() if account else {}),
            "post_id": f"{before}{self._known.own_id(entity.id)}",
            "posted_at": entity.time(*_DATES),
            "text": "\n".join(said),
            "reply_to": f"{before}{self._known.own_id(answered)}" if answered else None,
            "collected_at": entity.time("retrievedAt"),
            "schema": entity.schema,
            "entity_id": entity.id,
            "recipient_keys": [self._known.key(each) for each in recipients] or None,
            **kept(entity.rest(*_SAID)),
        }

    def _tell_link(self, entity: Entity, locator: str) -> None:
        """Tell a relation, once for each pair of its ends."""
        starts, ends = (self._ends(entity, names) for names in EDGES[entity.schema])
        for side, found in zip(EDGES[entity.schema], (starts, ends), strict=True):
            if not found:
                raise Refusal(side[0], f"the {entity.schema} does not say its {side[0]}")
        if len(starts) * len(ends) > _MOST_LINKS:
            raise Refusal(None, f"the {entity.schema} joins more than {_MOST_LINKS:,} pairs")
        said = {
            "kind": entity.schema,
            "time": entity.time("startDate", "date"),
            "amount": entity.first(*_AMOUNTS),
            "currency": entity.first("currency") if entity.all("amount") else self._coin(entity),
            "source": entity.first("publisher", "sourceUrl"),
            "collected_at": entity.time("retrievedAt"),
            "entity_id": entity.id,
            **kept(entity.rest("publisher")),
        }
        pairs = list(product(starts, ends))
        for position, (start, end) in enumerate(pairs, start=1):
            place = locator if len(pairs) == 1 else f"{locator}, pair {position}"
            self._rows.links.tell(place, {**said, **_named("from", start), **_named("to", end)})

    def _ends(self, entity: Entity, names: tuple[str, ...]) -> list[tuple[str, bool]]:
        """List the ends on one side, each with whether it is a number and no key."""
        name = next((name for name in names if entity.all(name)), names[0])
        is_number = name in NUMBERS
        return [
            (each if is_number else self._known.key(each), is_number) for each in entity.all(name)
        ]

    def _coin(self, entity: Entity) -> str | None:
        """Name the currency of an amount that is stated in one alone."""
        if entity.all("amountUsd"):
            return "USD"
        return "EUR" if entity.all("amountEur") else None


def _named(end: str, found: tuple[str, bool]) -> dict[str, object]:
    """Name an end of a link: as it is written, or by its key."""
    written, is_number = found
    return {end if is_number else f"{end}_key": written}
