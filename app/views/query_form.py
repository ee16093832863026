"""The form for a query's parameters, each typed as its header says; the address keeps them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from app import session
from app.words import queries as words
from queries.catalogue import Query

RAN, WITH = "ran", "with_"
BEGINNINGS = {"limit": "100", "skip": "0", "least_probability": "0.5", "likely_hub": "0.5",
              "least_size": "2", "most": "3", "most_sharing": "20", "small_group": "50",
              "order_by": "size", "members_at_least": "2"}  # fmt: skip
"""What parameters begin with that a person would have to guess."""
ABREAST = 3
JSON_TYPES = ("MAP", "LIST<MAP>")


def ask_parameters(chosen: Query) -> dict[str, Any] | None:
    """Ask for the parameters of a query.

    Returns
    -------
    dict or None
        By name; None where something is not of its type, which is said.
    """
    with st.form(f"needs {chosen.name}"):
        st.caption(words.WANTS if chosen.params else words.NEEDS_NOTHING)
        columns = st.columns(ABREAST)
        given = {}
        for nth, (name, kind) in enumerate(chosen.params.items()):
            with columns[nth % ABREAST]:
                given[name] = _ask(chosen.name, name, kind)
        if st.form_submit_button(words.RUN, type="primary"):
            st.query_params[RAN] = chosen.name
            for name, text in given.items():
                st.query_params[f"{WITH}{name}"] = text
    return _read_all(chosen.params, given)


def read_parameter(kind: str, text: str) -> Any:
    """Read what was typed for a parameter of a type; empty is null.

    Raises
    ------
    ValueError
        If it is nothing of that type.
    """
    said = text.strip()
    if not said:
        return None
    if kind == "STRING":
        return said
    if kind in ("INTEGER", "FLOAT"):
        return int(said) if kind == "INTEGER" else float(said)
    if kind == "BOOLEAN":
        return {"true": True, "false": False}[said.lower()]
    if kind == "DATETIME":
        return _moment(said)
    if kind in JSON_TYPES:
        found = json.loads(said)
        if not isinstance(found, dict if kind == "MAP" else list):
            raise ValueError(said)
        return found
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return [int(line) for line in lines] if kind == "LIST<INTEGER>" else lines


def _ask(query: str, name: str, kind: str) -> str:
    """Ask for one parameter as text; what the address says of it is there already."""
    first = st.query_params.get(f"{WITH}{name}", _beginning(name))
    label, key = words.parameter(name, kind), f"{query} {name}"
    if kind == "BOOLEAN":
        choices = ["", "true", "false"]
        place = choices.index(first) if first in choices else 0
        return str(st.selectbox(label, choices, index=place, key=key))
    if kind in ("INTEGER", "FLOAT"):
        return _ask_number(label, kind, first, key)
    if kind.startswith("LIST") or kind == "MAP":
        hint = words.AS_JSON if kind in JSON_TYPES else words.ONE_A_LINE
        return st.text_area(label, first, key=key, height=80, help=hint)
    hint = words.AS_TIME if kind == "DATETIME" else words.EMPTY_IS_NULL
    return st.text_input(label, first, key=key, help=hint)


def _ask_number(label: str, kind: str, first: str, key: str) -> str:
    """Ask for a number; empty where none is given."""
    try:
        begins: float | None = int(first) if kind == "INTEGER" else float(first)
    except ValueError:
        begins = None
    step = 1 if kind == "INTEGER" else 0.1
    value = None if begins is None else type(step)(begins)
    said = st.number_input(label, value=value, step=step, key=key, help=words.EMPTY_IS_NULL)
    return "" if said is None else str(said)


def _beginning(name: str) -> str:
    """Give what a parameter begins with."""
    if name == "snapshot":
        latest = session.latest()
        return latest.id if latest else ""
    return BEGINNINGS.get(name, "")


def _read_all(params: Mapping[str, str], given: Mapping[str, str]) -> dict[str, Any] | None:
    """Read all parameters; say which are not of their type."""
    found: dict[str, Any] = {}
    for name, kind in params.items():
        try:
            found[name] = read_parameter(kind, given[name])
        except (ValueError, KeyError):
            st.error(words.wrong(name, kind))
    return found if len(found) == len(params) else None


def _moment(said: str) -> str:
    """Read a time; one without a zone is UTC."""
    moment = datetime.fromisoformat(said)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()
