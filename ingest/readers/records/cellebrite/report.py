"""The first pass over a report: which telephone it describes, whose accounts, which chats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.readers.options import ReadOptions
from ingest.readers.records.apps import NATIVE, NUMERIC, is_number, platform_of
from ingest.readers.records.cellebrite.model import Found, Model
from ingest.readers.records.cellebrite.parties import Party, identified, party

APPS = ("Source", "SourceApplication", "Application")
_NUMBERS = ("MSISDN", "DeviceInfoPhoneNumber", "PhoneNumber", "Phone Number", "MSISDN1")
_NAMES = (
    "DeviceInfoOwnerName", "Owner Name", "DeviceInfoSelectedManufacturer",
    "DeviceInfoDetectedManufacturer", "Detected Manufacturer", "DeviceInfoSelectedDeviceName",
    "DeviceInfoDetectedPhoneModel", "Detected Phone Model", "IMEI",
)  # fmt: skip
_GROUP_WORDS = ("group", "channel", "broadcast", "public", "room")
_MOST_SHOWN = 8
_FEWEST_DIGITS = 5


@dataclass(frozen=True)
class Head:
    """What is said of a chat as a whole.

    Attributes
    ----------
    platform : str
    app : str or None
        As the report names it.
    group_id : str
    name : str or None
    is_private : bool
        Whether two people alone talk in it: then its id is theirs, and the same on both telephones.
    """

    platform: str
    app: str | None
    group_id: str
    name: str | None
    is_private: bool

    def row(self) -> dict[str, object]:
        """Name the chat in a row of the plain table."""
        return {
            "platform": self.platform,
            "group_id": self.group_id,
            "group_name": self.name,
        }


class Report:
    """What has to be known of a report before its messages are read.

    Parameters
    ----------
    found : iterable of Found
        The whole report; memory holds a line for each chat.
    file_id : str
        As `ingest.readers.records.file_id.file_id` gives it.
    options : ReadOptions
        Its region tells national phone numbers.
    """

    def __init__(self, found: Iterable[Found], file_id: str, options: ReadOptions) -> None:
        self._file_id = file_id
        self._options = options
        self._heads: dict[int, Head] = {}
        self._owners: dict[str, Party] = {}
        self._device: dict[str, str] = {}
        for each in found:
            if each.kind == "chat":
                self._heads[each.chat] = self._head(each.model, each.chat)
            elif each.kind == "device":
                self._device.update(each.model.fields)
            for role in ("Participants", "Parties", "From", "To"):
                for part in each.model.all(role):
                    self._note_owner(each.model, part)

    def head(self, chat: int) -> Head:
        """Tell which chat of the report this is."""
        nothing = Head("cellebrite", None, f"{self._file_id}-{chat}", None, is_private=True)
        return self._heads.get(chat, nothing)

    def owner(self, app: str | None) -> dict[str, str]:
        """Name whoever uses the telephone, as an end of a link: ``key`` or ``written``."""
        platform = platform_of(app) if app else NATIVE
        known = self._owners.get(platform)
        if known is not None and known.key is not None and platform != NATIVE:
            return {"key": known.key}
        number = known.number if known is not None else None
        stated = (self._device[name] for name in _NUMBERS if name in self._device)
        numbers = (said for said in stated if sum(map(str.isdigit, said)) >= _FEWEST_DIGITS)
        stated_number = number or next(numbers, None)
        return {"written": stated_number or f"whoever uses {self.device}"}

    @property
    def device(self) -> str:
        """What the telephone is called."""
        said = dict.fromkeys(self._device[name] for name in _NAMES if name in self._device)
        return " ".join(said)[:200] or "the telephone"

    def notice(self) -> str:
        """Say whose telephone it is, and that nobody's side was decided."""
        accounts = sorted(each.key for each in self._owners.values() if each.key)[:_MOST_SHOWN]
        named = f"; the report marks as its user's: {', '.join(accounts)}" if accounts else ""
        return (
            f"The report describes {self.device}{named}. Whose side that is was not decided: "
            "name accounts of your own with `spoor own`."
        )

    def _note_owner(self, model: Model, part: Model) -> None:
        """Remember the account that is marked as the telephone's user's, one a platform."""
        read = party(part, model.first(*APPS), self._options)
        if read.is_owner and read.key is not None:
            self._owners.setdefault(read.platform, read)

    def _head(self, model: Model, chat: int) -> Head:
        """Read what is said of a chat as a whole."""
        app = model.first(*APPS)
        platform = platform_of(app) if app else "cellebrite"
        written = model.first("Id", "Identifier")
        people = [party(part, app, self._options) for part in model.all("Participants")]
        is_private = not _is_group(model, written, people)
        stated = self._of_two(platform, written, people, model) if is_private else written
        group_id = stated or f"{self._file_id}-{written or model.id or chat}"
        return Head(platform, app, group_id, model.first("Name"), is_private)

    def _of_two(
        self, platform: str, written: str | None, people: list[Party], model: Model
    ) -> str | None:
        """Make the id of a chat of two from who they are; None where that is not known of both."""
        found = {each.account_id or each.account_handle for each in people} - {None}
        for said in (written, model.first("Account")):
            if len(found) < 2 and said is not None:
                other = identified(platform, said, self._options.region)
                is_one = other.number is not None or _is_long_number(platform, other.account_id)
                found.add(other.account_id if is_one else None)
        found.discard(None)
        return "&".join(sorted(map(str, found))) if len(found) == 2 else None


def _is_long_number(platform: str, account_id: str | None) -> bool:
    """Whether an id is one of a platform's numbers, and no count of chats on a telephone."""
    is_long = account_id is not None and len(account_id) >= _FEWEST_DIGITS
    return is_long and platform in NUMERIC and is_number(account_id or "")


def _is_group(model: Model, written: str | None, people: list[Party]) -> bool:
    """Whether more than two may talk in a chat."""
    kind = (model.first("ChatType", "Type") or "").casefold()
    if any(word in kind for word in _GROUP_WORDS):
        return True
    is_named_so = written is not None and (written.endswith("@g.us") or written.startswith("-"))
    return is_named_so or len(people) > 2
