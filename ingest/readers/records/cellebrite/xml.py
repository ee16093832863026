"""The XML of a report, model by model, in bounded memory."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from graph.errors import SourceError
from ingest.readers.records.cellebrite.model import INTACT, Found, Model

NAMESPACE = "http://pa.cellebrite.com/report/2.0"
_MODEL = f"{{{NAMESPACE}}}model"
_ITEM = f"{{{NAMESPACE}}}item"
_VALUE = f"{{{NAMESPACE}}}value"
_MET = tuple(
    f"{{{NAMESPACE}}}{name}"
    for name in (
        "project", "model", "item", "modelType", "file", "image", "extraInfo", "nodeInfo",
        "caseInformation", "jumptarget", "tag",
    )
)  # fmt: skip
_FIELDS = frozenset(f"{{{NAMESPACE}}}{name}" for name in ("field", "multiField"))
_PARTS = frozenset(f"{{{NAMESPACE}}}{name}" for name in ("modelField", "multiModelField"))
_WITH_ZONE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)")
_LONGEST = 1_000_000


def stream(path: Path, name: str, *, with_messages: bool = True) -> Iterator[Found]:
    """Read a report.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    with_messages : bool
        Whether the messages of chats are wanted.

    Yields
    ------
    Found
        Where the XML breaks off, the last has a problem.

    Raises
    ------
    SourceError
        If the file declares entities, which a report never does, or is no XML at all.

    Notes
    -----
    Entities, document types and the network are never followed. Memory holds one model at a time,
    of a chat one message.
    """
    with path.open("rb") as file:
        walk = _Walk(name, with_messages=with_messages)
        events = etree.iterparse(
            file,
            events=("start", "end"),
            tag=_MET,
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )
        try:
            for event, element in events:
                for found in walk.take(event, element):
                    yield found.at(file.tell())
        except etree.XMLSyntaxError as error:
            if not walk.has_begun:
                raise SourceError(
                    f"{name}: it is no whole XML ({error.msg}); get the report again."
                ) from None
            problem = f"the XML breaks off or is damaged here ({error.msg})"
            place = f"line {error.lineno}"
            yield Found("model", place, Model(""), bytes_read=file.tell(), problem=problem)


class _Walk:
    """The way through the elements of a report."""

    def __init__(self, name: str, *, with_messages: bool) -> None:
        self._name = name
        self._with_messages = with_messages
        self._open: list[str] = []
        self._count: Counter[str] = Counter()
        self._messages = 0
        self.has_begun = False

    def take(self, event: str, element: etree._Element) -> Iterator[Found]:
        """Take what comes next."""
        if event == "start":
            self._begin(element)
            return
        if element.tag == _MODEL:
            model_type = self._open.pop()
            if not self._open:
                yield self._whole(element, model_type)
            elif self._open == ["Chat"] and model_type == "InstantMessage":
                if self._with_messages:
                    yield self._message(element)
                _free(element)
                return
        elif element.tag == _ITEM and not self._open and _is_in_head(element):
            said = (element.text or "").strip()[:_LONGEST]
            if said:
                label = element.get("name") or "item"
                yield Found("device", label, Model("Device", fields={label: said}))
        if not self._open:
            _free(element)
            for parent in element.iterancestors():
                _forget_before(parent)

    def _begin(self, element: etree._Element) -> None:
        """Take the beginning of an element."""
        if not self.has_begun:
            self.has_begun = True
            if element.getroottree().docinfo.internalDTD is not None:
                raise SourceError(
                    f"{self._name}: it declares a document type, which no report of Cellebrite "
                    "does; it was not read."
                )
        if element.tag == _MODEL:
            if not self._open:
                self._count[element.get("type") or "model"] += 1
                self._messages = 0
            self._open.append(element.get("type") or "model")

    def _whole(self, element: etree._Element, model_type: str) -> Found:
        """Give a model that is part of no other."""
        number = self._count[model_type]
        kind = "chat" if model_type == "Chat" else "model"
        return Found(kind, f"{model_type} {number}", _model(element), number)

    def _message(self, element: etree._Element) -> Found:
        """Give a message of a chat."""
        self._messages += 1
        chat = self._count["Chat"]
        place = f"Chat {chat}, message {self._messages}"
        return Found("message", place, _model(element), chat)


def _is_in_head(element: etree._Element) -> bool:
    """Whether an item describes the telephone rather than one of its files."""
    section = element.getparent()
    root = section.getparent() if section is not None else None
    return root is not None and root.getparent() is None


def _free(element: etree._Element) -> None:
    """Empty an element that was read, and forget what stood before it."""
    element.clear()
    _forget_before(element)


def _forget_before(element: etree._Element) -> None:
    """Take out of the tree what stands before an element in the same parent."""
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _model(element: etree._Element) -> Model:
    """Read a model with all its parts."""
    fields: dict[str, str] = {}
    parts: dict[str, list[Model]] = {}
    for child in element:
        name = child.get("name") if isinstance(child.tag, str) else None
        if name is None:
            continue
        if child.tag in _FIELDS:
            said = "\n".join(filter(None, map(_value, child.iterchildren(_VALUE))))
            if said:
                fields[name] = said
        elif child.tag in _PARTS:
            parts.setdefault(name, []).extend(map(_model, child.iterchildren(_MODEL)))
    state = element.get("deleted_state") or INTACT
    return Model(
        element.get("type") or "model",
        element.get("id"),
        fields,
        parts,
        None if state.casefold() == INTACT else state,
    )


def _value(element: etree._Element) -> str:
    """Read a value; a time in the form that states its zone."""
    said = (element.text or "").strip()[:_LONGEST]
    formatted = element.get("formattedTimestamp")
    if formatted and not _WITH_ZONE.fullmatch(said) and _WITH_ZONE.fullmatch(formatted):
        return formatted
    return said
