"""What waits to be taken in: a list, and what would be read of the one that is looked into."""

from __future__ import annotations

import streamlit as st

from app import session
from app.literal import literal, visible
from app.taking.asking import Terms, Told
from app.taking.looking import CANNOT, NEW, READY, Look
from app.taking.waiting import Waiting, remove_waiting
from app.views.ingest_looked import Item, look_at
from app.views.ingest_one import said_of, show_one
from app.views.paging import ask_page
from app.words import ingest as words
from graph.workspace import Workspace

PER_PAGE = 10
LOOKED_INTO = "file"


def show_waiting(
    workspace: Workspace, waiting: list[Waiting], terms: Terms
) -> list[tuple[Waiting, Told]]:
    """List what waits, show one of it, and give what is to be taken in.

    Parameters
    ----------
    workspace : Workspace
    waiting : list of Waiting
    terms : Terms
        What holds for all.

    Returns
    -------
    list of tuple
        What is chosen and can be read, with what is said of it. What stands on another part of
        the list counts as it was when that part was shown.
    """
    place, skip = ask_page(len(waiting), per_page=PER_PAGE, key="waiting_page")
    chosen: dict[str, tuple[Waiting, Told]] = st.session_state.setdefault("to be taken in", {})
    there = {each.id for each in waiting}
    for name in [name for name in chosen if name not in there]:
        del chosen[name]
    with place:
        for each in waiting[skip : skip + PER_PAGE]:
            told = said_of(each)
            item = look_at(workspace, each, terms, told)
            chosen.pop(each.id, None)
            if _show_row(workspace, item):
                chosen[each.id] = (each, told)
    asked = st.query_params.get(LOOKED_INTO)
    shown = next((each for each in waiting if each.id == asked), None)
    if shown is None and len(waiting) == 1:
        shown = waiting[0]
    if shown is not None:
        with session.errors_said("one file"):
            show_one(workspace, look_at(workspace, shown, terms, said_of(shown)), terms)
    return list(chosen.values())


def _show_row(workspace: Workspace, item: Item) -> bool:
    """Show one line of the list; whether it is to be taken in."""
    waiting = item.waiting
    with st.container(key=f"row waiting {waiting.id}"):
        box, name, state, look, remove = st.columns(
            (0.5, 3.4, 4, 1.1, 1), vertical_alignment="center"
        )
        ready = any(each.state == READY for each in item.looks) or item.unseen > 0
        is_chosen = box.checkbox(
            f"{words.TAKE_THIS}: {literal(waiting.name)}", value=ready, disabled=not ready,
            key=f"take {waiting.id} {ready}", label_visibility="collapsed", persist_state="session",
        )  # fmt: skip
        name.markdown(literal(_last(waiting.name)))
        given = words.given_by(waiting.by, waiting.at[:16].replace("T", " "))
        name.text(visible(f"{_size(waiting)}{given} UTC"))
        state.text(visible(_state(item)))
        for sentence in waiting.refused:
            state.text(visible(f"{words.FAILED_BEFORE} {words.on_the_page(sentence)}"))
        look.button(words.LOOK_INTO, key=f"look {waiting.id}", on_click=_look, args=(waiting.id,),
                    type="tertiary")  # fmt: skip
        remove.button(words.REMOVE, key=f"remove {waiting.id}", help=words.REMOVE_HELP,
                      on_click=remove_waiting, args=(workspace, waiting.id),
                      type="tertiary")  # fmt: skip
    return is_chosen and ready


def _state(item: Item) -> str:
    """Say in a line what something is and whether it can be read."""
    if len(item.looks) == 1 and not item.refused and not item.unseen:
        return _state_of(item.looks[0])
    ready = sum(each.state == READY for each in item.looks)
    in_all = len(item.looks) + item.unseen + len(item.refused)
    unread = len(item.refused) + sum(each.state == CANNOT for each in item.looks)
    if in_all == 0:
        return words.NO_ROWS
    if not item.looks and item.refused:
        return words.on_the_page(item.refused[0])
    return words.several(ready, in_all, unread)


def _state_of(look: Look) -> str:
    """Say in a line what one file is and whether it can be read."""
    if look.state == CANNOT and look.problem:
        return words.on_the_page(look.problem).removeprefix(f"{look.path}: ")
    said = [look.format or "", words.STATES[look.state]]
    if look.standing != NEW:
        said = [words.KNOWN[look.standing]]
    return ", ".join(filter(None, said))


def _size(waiting: Waiting) -> str:
    """Write how large a file is; a folder has no size."""
    return "" if waiting.path.is_dir() else f"{words.size(waiting.size)}, "


def _look(name: str) -> None:
    """Look into another one."""
    st.query_params[LOOKED_INTO] = name


def _last(name: str) -> str:
    """Give the last part of a path."""
    return name.rstrip("/").rpartition("/")[2] or name
