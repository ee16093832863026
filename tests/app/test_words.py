"""Numbers and times as a person reads them, and that all sentences stand in one place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import app
from app import words

APP = Path(app.__file__).parent
WORD = re.compile(r"""[“"'(`*]*[^\W\d_][^\W\d_’'-]*[.,;:?!…)”"'`*]*""")
TAG = re.compile(r"<[^<>]*(>|$)")
A_SENTENCE = 5


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "unknown"),
        (0.0, "0%"),
        (0.001, "< 1%"),
        (0.5, "50%"),
        (0.994, "99%"),
        (0.9999, "> 99%"),
        (1.0, "100%"),
    ],
)
def test_shares_never_round_to_certainty(value: float | None, expected: str) -> None:
    assert words.share(value) == expected


def test_periods_are_no_longer_than_needed() -> None:
    start, end = datetime(2026, 2, 5, tzinfo=UTC), datetime(2026, 5, 28, tzinfo=UTC)
    assert words.span(start, end) == "5 Feb – 28 May 2026"
    assert words.span(start.replace(year=2025), end) == "5 Feb 2025 – 28 May 2026"
    assert words.span(start, start) == "5 Feb 2026"
    assert words.span(None, end) == "unknown"


def test_parts_say_of_how_many() -> None:
    assert words.showing(1, 10, 43, "ties") == "Showing 1–10 of 43 ties"
    assert words.showing(1, 1, 1, "contact details") == "Showing 1 contact detail"
    assert words.showing(1, 1200, 1200, "posts") == "Showing all 1,200 posts"
    assert words.part(1, 0, 0, "clusters") == "no clusters"


def test_accounts_are_called_by_name_before_handle_before_id() -> None:
    assert words.account("Amber", "amber_b", "facebook:1") == "Amber"
    assert words.account(None, "amber_b", "facebook:1") == "@amber_b"
    assert words.account("", None, "whatsapp:a:b") == "a:b"


def test_bits_carry_their_sign() -> None:
    assert words.bits(3.14) == "+3.1"
    assert words.bits(-0.5) == "−0.5"


@pytest.mark.parametrize(
    "path",
    [*sorted((APP / "views").glob("*.py")), APP / "session.py"],
    ids=lambda path: path.stem,
)
def test_what_a_page_says_stands_among_the_words(path: Path) -> None:
    found = [
        f"{path.parent.name}/{path.name}, line {line}: {text!r}"
        for line, text in _texts(ast.parse(path.read_text(encoding="utf-8")))
        if _words(text) >= A_SENTENCE
    ]
    assert not found, "move to app/words:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ('st.text("Nobody has confirmed this cluster yet.")', 6),
        ('st.text("Nobody has confirmed " "this cluster yet.")', 6),
        ('st.text(f"Confirmed by {who} on the same day.")', 6),
        ('NONE = "no source says so at all"\nst.text(NONE)', 6),
        ('"""What a docstring says is no text."""', 0),
        ('TOLD = "what became of a word"\nst.session_state[TOLD] = 1', 0),
        ('st.button(words.ADD, key=f"add {kind} to the list of {place}")', 0),
        ("st.html('<div style=\"margin: 1px solid blue all around\">')", 0),
        ('st.code("app/words/hubs.py 12 34 5 6")', 0),
    ],
)
def test_sentences_are_told_from_keys_and_documentation(said: str, number: int) -> None:
    assert max((_words(text) for _, text in _texts(ast.parse(said))), default=0) == number


def _texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give the literals that may be shown, with their lines: no documentation, no keys."""
    passed = {id(part) for each in _not_shown(tree) for part in ast.walk(each)}
    for node in ast.walk(tree):
        if id(node) in passed:
            continue
        if isinstance(node, ast.JoinedStr):
            passed.update(id(each) for each in node.values if isinstance(each, ast.Constant))
            yield (
                node.lineno,
                "".join(
                    str(each.value) if isinstance(each, ast.Constant) else "0"
                    for each in node.values
                ),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def _not_shown(tree: ast.Module) -> Iterator[ast.AST]:
    """Give what is documentation, or tells widgets and the session's state apart."""
    states = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.keyword) and node.arg == "key":
            yield node.value
            states.add(ast.unparse(node.value))
        elif isinstance(node, ast.Subscript) and _is_state(node.value):
            states.add(ast.unparse(node.slice))
        elif isinstance(node, ast.Compare) and _is_state(node.comparators[-1]):
            states.add(ast.unparse(node.left))
        elif isinstance(node, ast.Call) and node.args and _is_state_method(node.func):
            states.add(ast.unparse(node.args[0]))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in states:
            yield node.value


def _is_state(node: ast.expr) -> bool:
    """Whether an expression is the state of a browser session."""
    return ast.unparse(node) == "st.session_state"


def _is_state_method(node: ast.expr) -> bool:
    """Whether an expression is a method of that state."""
    return isinstance(node, ast.Attribute) and _is_state(node.value)


def _words(text: str) -> int:
    """Count the words of a text; markup, numbers and paths are none."""
    return sum(WORD.fullmatch(each) is not None for each in TAG.sub(" ", text).split())


@pytest.mark.parametrize("path", sorted((APP / "words").glob("*.py")), ids=lambda path: path.stem)
def test_no_sentence_takes_the_name_of_another(path: Path) -> None:
    named = [
        target.id
        for statement in ast.parse(path.read_text("utf-8")).body
        if isinstance(statement, ast.Assign)
        for each in statement.targets
        for target in ast.walk(each)
        if isinstance(target, ast.Name)
    ]
    assert sorted(set(named)) == sorted(named)
