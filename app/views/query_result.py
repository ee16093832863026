"""The answer to a question: table, picture, links to what it names, and a file."""

from __future__ import annotations

import math

import streamlit as st

from app import session
from app.literal import literal, visible
from app.query_answers import Thing, as_csv, cell, things_of
from app.views.account_links import PAGE as ACCOUNT_PAGE
from app.views.links import link_detail, link_group
from app.views.paging import ask_page
from app.views.query_drawing import show_picture
from app.words import queries as words
from app.words import showing
from graph.console import Answer
from ingest.journal import Journal

PER_PAGE = 100
MOST_THINGS = 24
THINGS_ABREAST = 3


def show_answer(answer: Answer, *, place: str) -> None:
    """Show an answer.

    Parameters
    ----------
    answer : Answer
    place : str
        What was asked; tells this answer from others.
    """
    if answer.plan:
        _show_plan(answer)
    if not answer.columns:
        st.caption(words.PLAN_ONLY)
        return
    st.caption(words.took(len(answer.rows), answer.seconds, has_more=answer.has_more))
    if not answer.rows:
        st.markdown(words.NO_ROWS)
        return
    _show_table(answer)
    st.download_button(
        words.DOWNLOAD, lambda: _file(answer, place), file_name="answer.csv", mime="text/csv",
        on_click="ignore",
    )  # fmt: skip
    _show_things(things_of(answer))
    show_picture(answer, place=place)


def _show_table(answer: Answer) -> None:
    """Show the rows, some at a time."""
    place, skip = ask_page(len(answer.rows), per_page=PER_PAGE, key="answer_page")
    page = answer.rows[skip : skip + PER_PAGE]
    names = _names(answer.columns)
    rows = [dict(zip(names, map(_shown, row), strict=True)) for row in page]
    with place:
        if len(answer.rows) > PER_PAGE:
            st.caption(showing(skip + 1, skip + len(page), len(answer.rows), "rows"))
        st.dataframe(rows, hide_index=True, height=_height(len(rows)), alt=words.TABLE)


def _names(columns: tuple[str, ...]) -> list[str]:
    """Name columns; tables have each name once."""
    shown = [visible(column)[:200] or " " for column in columns]
    return [
        name if shown.index(name) == nth else f"{name} ({nth + 1})"
        for nth, name in enumerate(shown)
    ]


def _shown(value: object) -> object:
    """Write a value for a cell; a column holds one kind of value only where all are alike."""
    said = cell(value)
    if isinstance(said, str):
        return visible(said)
    return str(said) if isinstance(said, float) and not math.isfinite(said) else said


def _height(rows: int) -> int:
    """As high as few rows need, and no higher than many may."""
    return min(38 + 35 * max(rows, 1), 460)


def _file(answer: Answer, place: str) -> bytes:
    """Write the file, and note in the journal that it was taken out."""
    Journal(session.opened().workspace).append(
        "export", session.who(), query=place, format="csv", rows=len(answer.rows)
    )
    return as_csv(answer).encode("utf-8-sig", "replace")


def _show_things(things: list[Thing]) -> None:
    """Link to what the answer names."""
    if not things:
        return
    shown = things[:MOST_THINGS]
    st.subheader(words.THINGS, anchor=False)
    st.caption(showing(1, len(shown), len(things), "things"))
    columns = st.columns(THINGS_ABREAST)
    for nth, thing in enumerate(shown):
        with columns[nth % THINGS_ABREAST]:
            link_thing(thing)


def link_thing(thing: Thing) -> None:
    """Link to the page of something."""
    if thing.kind == "ContactDetail":
        link_detail(thing.key, thing.called)
    elif thing.kind == "Group":
        link_group(thing.key, None if thing.called == thing.key else thing.called)
    elif thing.kind == "Cluster":
        st.page_link(
            "views/cluster.py", label=literal(thing.key), query_params={"cluster": thing.key}
        )
    else:
        st.page_link(ACCOUNT_PAGE, label=literal(thing.called), query_params={"account": thing.key})


def _show_plan(answer: Answer) -> None:
    """Show Neo4j's steps, those inside others further right."""
    st.subheader(words.PLAN, anchor=False)
    rows = [
        {
            words.STEP: "\u2003" * min(step.depth, 20) + step.operator,
            words.DETAILS: visible(step.details),
            words.EXPECTED: step.estimated,
            words.THERE: step.rows,
        }
        for step in answer.plan
    ]
    st.dataframe(rows, hide_index=True, height=_height(len(rows)), alt=words.PLAN)
