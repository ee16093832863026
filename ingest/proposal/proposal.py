"""Proposing a mapping: what the columns of an unknown table may mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.proposal.dates import order_of
from ingest.proposal.guesses import KEPT, Guess, guess
from ingest.proposal.links import guess_links
from ingest.proposal.shapes import Shape, shape
from ingest.proposal.words import Meaning, meaning
from ingest.readers.columns import COLUMNS
from ingest.readers.mapping import COLUMNS_OF

Columns = Mapping[str, Sequence[str | None]]
"""The cells of some rows, by the names of their columns."""

_JOINED = {"text": 4, "contact": 6, "location": 4, "image": 4}
"""Fields that several columns may be joined to, and how many at most."""
_NAMES = ("account_id", "account_handle")
_TIMES = ("posted_at", "time", "collected_at")


@dataclass(frozen=True)
class ProposedColumn:
    """What a column of a table may be.

    Attributes
    ----------
    column : str
        As the table names it.
    guess : Guess
        What it may be.
    examples : tuple of str
        Some of its values.
    """

    column: str
    guess: Guess
    examples: tuple[str, ...] = ()

    @property
    def is_taken(self) -> bool:
        """Whether it is mapped without a person's having to decide."""
        return self.guess.field is not None and self.guess.certainty != "unsure"


@dataclass(frozen=True)
class Proposal:
    """What the columns of a table may mean.

    Attributes
    ----------
    columns : tuple of ProposedColumn
        All of the table's, in its order.
    platform : Guess or None
        Of a constant: its field holds the platform's name; null where a column says it, or nothing.
    time_form : str or None
        How the times of the taken columns are written, where the common forms do not do.
    time_forms : tuple of str
        Where nobody can tell: the forms that a person has to choose from.
    table : str
        ``posts``, or ``links`` where the rows say what passed from whom to whom.
    """

    columns: tuple[ProposedColumn, ...]
    platform: Guess | None = None
    time_form: str | None = None
    time_forms: tuple[str, ...] = field(default=())
    table: str = "posts"

    @property
    def fields(self) -> tuple[str, ...]:
        """What columns may become."""
        return COLUMNS_OF[self.table]

    def taken(self) -> dict[str, list[str]]:
        """Give the mapped columns, by the names of the plain or links table and in its order."""
        by_field: dict[str, list[str]] = {}
        for each in sorted(filter(lambda each: each.is_taken, self.columns), key=_titles_first):
            by_field.setdefault(each.guess.field or "", []).append(each.column)
        return {name: by_field[name] for name in self.fields if name in by_field}

    def constants(self) -> dict[str, str]:
        """Give what holds for every row."""
        return {"platform": self.platform.field} if self.platform and self.platform.field else {}

    def missing(self) -> list[str]:
        """Name what a person has to say before any row can be read."""
        known = {*self.taken(), *self.constants()}
        if self.table == "links":
            return [name for name in ("from", "to", "kind") if name not in known]
        return [
            *(["platform"] if "platform" not in known else []),
            *(["account_id"] if not known & set(_NAMES) else []),
        ]


def propose(
    columns: Columns, *, platform: str | None = None, date_order: str | None = None
) -> Proposal:
    """Propose what the columns of a table mean.

    Parameters
    ----------
    columns : mapping of str to sequence of str or None
        Some of its rows.
    platform : str, optional
        Where the rows are from, as a person says.
    date_order : {"dmy", "mdy", "ymd"}, optional
        Of dates that do not say, as a person says; otherwise told from the other dates.
    """
    order = date_order or order_of([shape(cells).times for cells in columns.values()])
    shapes = {name: shape(cells, order) for name, cells in columns.items()}
    meanings = {name: meaning(name) for name in columns}
    links = guess_links(shapes)
    if links is not None:
        said = None if platform is None else Guess(platform, "sure", "you say so")
        return _proposal(links, shapes, said, "links")
    guesses = {name: _plain(name) or guess(meanings[name], shapes[name]) for name in columns}
    _settle_accounts(guesses, meanings)
    _settle_texts(guesses, shapes)
    _settle_roles(guesses)
    return _proposal(guesses, shapes, _platform(guesses, shapes, platform), "posts")


def _proposal(
    guesses: dict[str, Guess], shapes: Mapping[str, Shape], platform: Guess | None, table: str
) -> Proposal:
    """Settle between columns that may be the same, and lay out the whole."""
    _settle_rivals(guesses)
    form = _settle_times(guesses, shapes)
    forms = {
        each
        for name, found in guesses.items()
        if found.field in _TIMES and (times := shapes[name].times)
        for each in times.others
    }
    if form is not None:
        forms = set()
    return Proposal(
        tuple(
            ProposedColumn(name, found, shapes[name].distinct[:3])
            for name, found in guesses.items()
        ),
        platform,
        form,
        tuple(sorted(forms)),
        table,
    )


def _plain(name: str) -> Guess | None:
    """Recognise the plain table's own names."""
    return Guess(name, "sure", "it is the plain table's own name") if name in COLUMNS else None


def _settle_accounts(guesses: dict[str, Guess], meanings: Mapping[str, Meaning]) -> None:
    """Have a column that only names the account be its name, where another gives its id."""
    named = {found.field for found in guesses.values() if found.certainty != "unsure"}
    for column, found in guesses.items():
        if found.field != "account_name" or found.certainty != "unsure":
            continue
        if meanings[column].concepts != {"account"}:
            continue
        if named & set(_NAMES):
            is_only = "account_name" not in named
            why = "it names the account, which is known by another column"
            guesses[column] = Guess("account_name", "likely", why) if is_only else KEPT
        else:
            guesses[column] = replace(found, field="account_id")


def _settle_texts(guesses: dict[str, Guess], shapes: Mapping[str, Shape]) -> None:
    """Take the only column of longer texts as the text, where none is named so."""
    if any(found.field == "text" and found.certainty != "unsure" for found in guesses.values()):
        return
    prose = [name for name, found in guesses.items()
             if found.field == "text" and shapes[name].is_prose]  # fmt: skip
    if len(prose) == 1:
        why = "it is the only column of longer texts"
        guesses[prose[0]] = Guess("text", "likely", why)


def _settle_roles(guesses: dict[str, Guess]) -> None:
    """Leave a role alone where no group is named in which it would be one."""
    groups = ("group_id", "group_name")
    if not any(f.field in groups and f.certainty != "unsure" for f in guesses.values()):
        for column, found in guesses.items():
            if found.field == "role" and found.certainty != "unsure":
                guesses[column] = replace(found, certainty="unsure",
                                          reason="a role, but in which group?")  # fmt: skip


def _settle_rivals(guesses: dict[str, Guess]) -> None:
    """Where several columns may be one, take the surest, or join them where that makes sense."""
    taken: dict[str, list[str]] = {}
    for rank in ("sure", "likely"):
        for column, found in guesses.items():
            name = found.field
            if found.certainty != rank or name is None:
                continue
            rivals = taken.setdefault(name, [])
            if len(rivals) < _JOINED.get(name, 1):
                rivals.append(column)
            else:
                why = f"it may be this as well; '{rivals[0]}' was taken"
                guesses[column] = Guess(name, "unsure", why)


def _settle_times(guesses: dict[str, Guess], shapes: Mapping[str, Shape]) -> str | None:
    """Find the one form in which times are written; a mapping holds no more than one."""
    form = None
    for column, found in guesses.items():
        times = shapes[column].times
        if found.field not in _TIMES or found.certainty == "unsure" or times is None:
            continue
        if times.form is None or times.form == form:
            continue
        if form is None:
            form = times.form
        else:
            why = f"its times are written as {times.form}, others as {form}; a mapping takes one"
            guesses[column] = Guess(found.field, "unsure", why)
    return form


def _platform(
    guesses: Mapping[str, Guess], shapes: Mapping[str, Shape], given: str | None
) -> Guess | None:
    """Say what platform holds for all rows."""
    if any(found.field == "platform" and found.certainty != "unsure" for found in guesses.values()):
        return None
    if given is not None:
        return Guess(given, "sure", "you say so")
    own = [
        shapes[column].addresses
        for column, found in guesses.items()
        if found.field in ("post_url", "account_url")
    ]
    sites = {read.platform for addresses in own for read in addresses}
    (site,) = sites if len(sites) == 1 else (None,)
    return None if site is None else Guess(site, "likely", "all addresses are of this site")


def _titles_first(each: ProposedColumn) -> bool:
    """Put titles before other texts."""
    return "title" not in meaning(each.column).concepts
