"""The answer to a question as tables show and files hold it, and what it names."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.exports.csv import FORMULA
from app.words import queries as words
from graph.console import Answer, Cut, Node, Path, Relationship
from graph.console.answer import parts_of

SAFE_INTEGER = 1 << 53
NAMED_BY = ("name", "handle", "value", "scientific_name", "id", "key")
"""Properties that call a node something, the best first."""
PAGES = ("Account", "ContactDetail", "Group", "Cluster", "Post", "Taxon")
_COLUMNS = {
    "account_key": "Account", "account_a": "Account", "account_b": "Account",
    "from_key": "Account", "to_key": "Account", "detail_key": "ContactDetail",
    "group_key": "Group", "cluster_id": "Cluster", "post_key": "Post", "taxon_key": "Taxon",
}  # fmt: skip
"""Columns of the catalogue that name something with a page."""
_FORMULA = re.compile(FORMULA)


@dataclass(frozen=True)
class Thing:
    """Something with a page.

    Attributes
    ----------
    kind : str
        Its label, one of `PAGES`.
    key : str
        Key, or a cluster's id.
    called : str
        What it is called.
    """

    kind: str
    key: str
    called: str


def cell(value: Any) -> str | int | float | bool | None:
    """Write a value for a table's cell or a file's."""
    if value is None or isinstance(value, (bool, float, str)):
        return value
    if isinstance(value, int):
        return value if -SAFE_INTEGER < value < SAFE_INTEGER else str(value)
    if isinstance(value, Cut):
        shown = str(cell(value.shown))
        is_text = isinstance(value.shown, str)
        return (words.cut_text if is_text else words.cut_items)(shown, value.left)
    if isinstance(value, Node):
        return f"({':'.join(value.labels)} {called(value)})"
    if isinstance(value, Relationship):
        return f"[{value.type}]"
    if isinstance(value, Path):
        return _path(value)
    return json.dumps(_plain(value), ensure_ascii=False)


def called(node: Node) -> str:
    """Call a node by what names it best."""
    for name in NAMED_BY:
        said = node.properties.get(name)
        if isinstance(said, (str, int)) and str(said).strip():
            return str(said)
    return node.id


def label_of(node: Node) -> str:
    """Give the label that tells most of a node."""
    known = [label for label in node.labels if label in words.KINDS and label != "Listing"]
    return known[0] if known else next(iter(node.labels), "")


def things_of(answer: Answer) -> list[Thing]:
    """List what an answer names and the pages show, each once, in the order of the answer."""
    found: dict[tuple[str, str], Thing] = {}
    for row in answer.rows:
        for column, value in zip(answer.columns, row, strict=True):
            for each in _things(column, value):
                found.setdefault((each.kind, each.key), each)
    return list(found.values())


def as_csv(answer: Answer) -> str:
    """Write an answer as a table that opens anywhere and holds no formulas."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([_safe(column) for column in answer.columns])
    writer.writerows([_safe(cell(value)) for value in row] for row in answer.rows)
    return file.getvalue()


def _things(column: str, value: Any) -> Iterable[Thing]:
    """Give what one value names."""
    kind = _COLUMNS.get(column)
    if kind and isinstance(value, str):
        yield Thing(kind, value, value)
    for part in parts_of(value):
        if isinstance(part, Node) and label_of(part) in PAGES:
            name = "id" if label_of(part) == "Cluster" else "key"
            key = part.properties.get(name)
            if isinstance(key, str):
                yield Thing(label_of(part), key, called(part))


def _path(path: Path) -> str:
    """Write a path in order, with the way that each relationship goes."""
    if not path.nodes:
        return "()"
    said = [str(cell(path.nodes[0]))]
    for before, link, after in zip(path.nodes, path.relationships, path.nodes[1:], strict=False):
        outwards = link.start == before.id
        said.append(f"-[{link.type}]->" if outwards else f"<-[{link.type}]-")
        said.append(str(cell(after)))
    return "".join(said)


def _plain(value: Any) -> Any:
    """Write lists and maps with cells inside."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return cell(value)


def _safe(value: Any) -> Any:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
