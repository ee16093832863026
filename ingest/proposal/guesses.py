"""What one column may be: by its name, and by what its values look like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ingest.proposal.dates import doubt
from ingest.proposal.shapes import Shape
from ingest.proposal.words import Meaning

Certainty = Literal["sure", "likely", "unsure"]


@dataclass(frozen=True)
class Guess:
    """What a column may be.

    Attributes
    ----------
    field : str or None
        A column of the plain table; null: it stays as it is.
    certainty : {"sure", "likely", "unsure"}
        Whether name and values agree; whether one of them says so and nothing speaks against it;
        or whether a person has to decide.
    reason : str
        In words.
    """

    field: str | None
    certainty: Certainty
    reason: str


KEPT = Guess(None, "sure", "it is kept with the post under its own name")

FIELDS: dict[frozenset[str], str] = {
    frozenset(concepts.split()): field
    for field, meanings in {
        "account_id": ("account id",),
        "account_handle": ("account handle", "handle"),
        "account_name": ("account name", "name"),
        "account_url": ("account url",),
        "account_bio": ("account bio", "bio", "account text"),
        "contact": ("contact", "account contact", "contact id", "account contact id",
                    "post contact", "contact url"),
        "location": ("location", "account location", "post location", "location name"),
        "group_id": ("group id",),
        "group_name": ("group", "group name", "group title"),
        "post_id": ("post id", "id"),
        "post_url": ("post url", "url"),
        "text": ("text", "post text", "post", "title", "post title", "title text", "post name"),
        "price": ("price", "post price"),
        "currency": ("currency", "price currency"),
        "posted_at": ("date", "post date"),
        "collected_at": ("collected", "collected date"),
        "image": ("image", "image url", "post image", "post image url"),
        "role": ("role", "account role", "group role"),
        "platform": ("platform", "platform name"),
    }.items()
    for concepts in meanings
}  # fmt: skip


def guess(meaning: Meaning, shape: Shape) -> Guess:
    """Tell what a column may be.

    Parameters
    ----------
    meaning : Meaning
        What its name says.
    shape : Shape
        What its values look like.

    Notes
    -----
    Precision comes first: what speaks against a name makes the guess unsure, and nothing is an
    account's id unless its name says so.
    """
    if shape.platforms and (meaning.concepts & {"platform", "account"} or not meaning.concepts):
        named = ", ".join(sorted(shape.platforms))
        certainty: Certainty = "sure" if "platform" in meaning.concepts else "likely"
        return Guess("platform", certainty, f"its values name platforms ({named})")
    if meaning.concepts == {"account"} and meaning.is_whole:
        return _somebody(shape)
    field = FIELDS.get(meaning.concepts)
    if field is None:
        return _by_values(shape)
    found = _agreed(field, meaning, shape)
    if not meaning.is_whole and found.certainty != "unsure":
        why = "its name says so in part, and there are words in it that are not known"
        return Guess(found.field, "unsure", why)
    return found


def _agreed(field: str, meaning: Meaning, shape: Shape) -> Guess:
    """Tell what a column is whose name says it, when its values are seen."""
    if not shape.distinct:
        is_key = field in ("account_id", "post_id", "account_handle")
        why = "its name says so; in the rows looked at it is empty"
        return Guess(field, "unsure" if is_key else "likely", why)
    if shape.addresses and field not in ("contact", "image", "platform", "text"):
        return _address(meaning, shape)
    return _CHECKS.get(field, _named)(field, meaning, shape)


def _named(field: str, meaning: Meaning, shape: Shape) -> Guess:
    """Take a name at its word."""
    return Guess(field, "sure", "its name says so")


def _id(field: str, meaning: Meaning, shape: Shape) -> Guess:
    """Check an id: one word, not cut short, and no counter of rows."""
    if shape.is_cut_short:
        return Guess(field, "unsure", "a spreadsheet cut its numbers short; get the table again")
    if not shape.is_one_word:
        return Guess(field, "unsure", "its name says so, but its values are no single words")
    if shape.is_flag:
        return Guess(field, "unsure", "its name says so, but its values only say yes or no")
    if field == "account_id" and shape.is_handle:
        return Guess("account_handle", "likely", "its name says an id, its values begin with @")
    if field == "post_id":
        if shape.is_row_count:
            why = "its values only count the rows, and would be the same in another table"
            return Guess(field, "unsure", why)
        if meaning.concepts == {"id"}:
            if shape.is_unique and shape.filled > 1:
                return Guess(field, "likely", "each row has an id of its own")
            return Guess(field, "unsure", "its name says an id, but not of what")
    return Guess(field, "sure", "its name says so, and its values are single words or numbers")


def _handle(field: str, meaning: Meaning, shape: Shape) -> Guess:
    """Check a handle: one word."""
    if shape.is_one_word and not (shape.is_number and meaning.concepts == {"handle"}):
        return Guess(field, "sure", "its name says so, and its values are single words")
    return Guess(field, "unsure", "its name says so, but its values are not handles")


def _somebody(shape: Shape) -> Guess:
    """Tell what a column is that is called after the account and does not say what of it."""
    if shape.addresses:
        kind = shape.kind_of_address
        return Guess("account_url", "sure" if kind == "profile" else "likely", "web addresses")
    if shape.is_cut_short:
        why = "a spreadsheet cut its numbers short; get the table again"
        return Guess("account_id", "unsure", why)
    if shape.is_phone:
        why = "telephone numbers, which may be the account's id (WhatsApp) or a contact detail"
        return Guess("contact", "unsure", why)
    if shape.is_handle:
        return Guess("account_handle", "sure", "it names the account, by handles with @")
    if shape.is_number and shape.digits >= 5 and not shape.is_row_count:
        return Guess("account_id", "likely", "it names the account, by long numbers")
    if shape.is_marked and shape.length >= 4 and not shape.is_number:
        why = "it names the account, by single words with digits, underscores or dots"
        return Guess("account_handle", "likely", why)
    return Guess(
        "account_name", "unsure",
        "it names the account, perhaps by names that two people may share; as an id only if each "
        "is one account's",
    )  # fmt: skip


def _name(field: str, meaning: Meaning, shape: Shape) -> Guess:
    """Check names, which may be of accounts or of what is offered."""
    if meaning.concepts == {"name"}:
        return Guess(field, "unsure", "it holds names, but of accounts or of what is offered?")
    return Guess(field, "sure", "its name says so")


def _group(field: str, meaning: Meaning, shape: Shape) -> Guess:
    """Check a group's name, which may be its id."""
    if meaning.concepts == {"group"} and shape.is_number:
        long = shape.digits >= 5
        why = "it names the group, by long numbers" if long else "it names the group by numbers"
        return Guess("group_id", "likely" if long else "unsure", why)
    return Guess(field, "sure", "its name says so")


def _time(field: str, meaning: Meaning, shape: Shape) -> Guess:
    """Check times."""
    if shape.times is None or (why := doubt(shape.distinct)):
        said = doubt(shape.distinct) or "its values cannot be read as times"
        return Guess(field, "unsure", said)
    if shape.times.others:
        return Guess(field, "unsure", shape.times.reason)
    is_plain = meaning.concepts == {"date"} and field == "posted_at"
    why = shape.times.reason + ("; it may also say when the row was collected" if is_plain else "")
    return Guess(field, "likely" if is_plain or shape.times.share < 1 else "sure", why)


def _price(field: str, meaning: Meaning, shape: Shape) -> Guess:
    """Check prices: short, with digits."""
    if shape.holds_digits and shape.length <= 40:
        return Guess(field, "sure", "its name says so, and its values hold amounts")
    return Guess(field, "unsure", "its name says so, but its values hold no amounts")


def _contact(field: str, meaning: Meaning, shape: Shape) -> Guess:
    """Check contact details."""
    if shape.is_flag:
        return Guess(field, "unsure", "its name says so, but its values only say yes or no")
    if shape.is_cut_short:
        why = "its name says so; a spreadsheet cut some numbers short, and these are lost"
        return Guess(field, "likely", why)
    return Guess(field, "sure", "its name says so")


def _text(field: str, meaning: Meaning, shape: Shape) -> Guess:
    """Check texts; what is called after the post only is one where it is prose."""
    if meaning.concepts & {"text", "title"} or shape.is_prose:
        return Guess(field, "sure", "its name says so")
    if shape.is_flag or shape.is_number or shape.is_marked:
        return Guess(field, "unsure", "it is called after the post, but holds no text")
    return Guess(field, "likely", "it is called after the post")


def _platform(field: str, meaning: Meaning, shape: Shape) -> Guess:
    """Check platforms: few short names."""
    if shape.length <= 30 and len(shape.distinct) <= 20:
        return Guess(field, "likely", "its name says so")
    return Guess(field, "unsure", "its name says so, but its values are many or long")


def _address(meaning: Meaning, shape: Shape) -> Guess:
    """Tell what web addresses are of."""
    kind = shape.kind_of_address
    if kind == "image":
        return Guess("image", "likely", "they are addresses of images")
    if "account" in meaning.concepts:
        return Guess("account_url", "sure", "addresses, and its name says the account's")
    if "post" in meaning.concepts or meaning.concepts == {"id"}:
        return Guess("post_url", "sure", "addresses, and its name says the post's")
    if kind == "profile":
        return Guess("account_url", "likely", "they are addresses of profiles")
    if kind == "post":
        return Guess("post_url", "likely", "they are addresses of posts")
    if kind == "group" or "group" in meaning.concepts:
        return Guess(None, "sure", "addresses of groups; the plain table has no column for them")
    return Guess("post_url", "unsure", "addresses, but they do not say of what")


def _by_values(shape: Shape) -> Guess:
    """Tell what a column may be whose name says nothing that is known."""
    if not shape.distinct or shape.is_flag:
        return KEPT
    if shape.addresses:
        found = _address(Meaning(frozenset(), is_whole=False), shape)
        return found if found.certainty == "likely" else KEPT
    for holds, found in (
        (shape.is_mail, Guess("contact", "likely", "its values are e-mail addresses")),
        (shape.is_phone and not shape.times,
         Guess("contact", "unsure", "its values look like telephone numbers")),
        (shape.is_money, Guess("price", "unsure", "its values are amounts of money")),
        (shape.is_handle, Guess("account_handle", "unsure", "its values are handles with @")),
        (shape.times is not None and shape.digits != 8,
         Guess("posted_at", "unsure", "its values are times, but of what?")),
        (shape.is_prose, Guess("text", "unsure", "its values are longer texts")),
        (shape.is_number and shape.digits >= 9,
         Guess("account_id", "unsure", "long numbers, as ids are; of accounts or of posts?")),
    ):  # fmt: skip
        if holds:
            return found
    return KEPT


_CHECKS: dict[str, Callable[[str, Meaning, Shape], Guess]] = {
    "account_id": _id,
    "group_id": _id,
    "post_id": _id,
    "account_handle": _handle,
    "account_name": _name,
    "group_name": _group,
    "posted_at": _time,
    "collected_at": _time,
    "price": _price,
    "contact": _contact,
    "text": _text,
    "platform": _platform,
}
