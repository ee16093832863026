"""The words of the lexicon: a list with filters, and one entry in full."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from app import session
from app import words as general
from app.lexicon_editing import changes_of
from app.literal import visible
from app.views.lexicon_reading import entries, entry, left_out
from app.views.lexicon_writing import PLACE, ask_to_withdraw
from app.views.paging import ask_page
from app.views.working import ask_to_detect
from app.views.writing import tell_what_was_written
from app.words import lexicon as words
from ingest.extract.lexicon.company import USUAL

PER_PAGE = 25
FILTERS = ("lexicon_words", "language", "used_for", "lexicon_status", "lexicon_taxon")
Entry = dict[str, Any]
_STATUS: dict[str, Callable[[Entry], bool]] = {
    words.OWN: lambda each: each["status"] == words.OWN,
    words.SHIPPED: lambda each: each["status"] == words.SHIPPED,
    words.LEFT_OUT: lambda each: each["status"] == words.LEFT_OUT,
    words.VERIFIED: lambda each: each["verified"],
    words.UNVERIFIED: lambda each: not each["verified"],
    words.AMBIGUOUS: lambda each: bool(each["ambiguous"] or each["with"]),
    words.USED: lambda each: bool(each["hits"]),
}


def show_words() -> None:
    """List the entries that fit, and show one."""
    tell_what_was_written(PLACE)
    known = [*entries(), *left_out()]
    if known and known[0]["hits"] is None:
        with st.container(border=True):
            st.text(words.NOT_READ)
            ask_to_detect("lexicon")
    fitting = _ask(known)
    place, skip = ask_page(len(fitting), per_page=PER_PAGE, key="entry_page")
    with place:
        if not fitting:
            st.markdown(words.NOTHING_FITS)
            return
        page = fitting[skip : skip + PER_PAGE]
        st.caption(general.showing(skip + 1, skip + len(page), len(fitting), "entries"))
        _show_table(page)
    _show_one([each["id"] for each in fitting], {each["id"]: each for each in known})


def _ask(known: list[Entry]) -> list[Entry]:
    """Ask which entries to list; the address keeps it."""
    columns = st.columns((1.8, 1.2, 1.2, 1.4, 1.4), vertical_alignment="bottom")
    text = columns[0].text_input(words.FIND, key=FILTERS[0], bind="query-params", on_change=_first)
    codes = sorted({code for each in known for code in each["languages"]})
    language = columns[1].selectbox(
        words.LANGUAGE, [words.ANY, *codes], key=FILTERS[1], bind="query-params",
        on_change=_first, format_func=lambda code: code if code == words.ANY
        else words.languages([code]),
    )  # fmt: skip
    roles = sorted({each["role"] for each in known})
    role = columns[2].selectbox(
        words.ROLE, [words.ANY, *roles], key=FILTERS[2], bind="query-params", on_change=_first,
        format_func=words.role,
    )  # fmt: skip
    status = columns[3].selectbox(
        words.STATUS, [words.ANY, *words.STATUSES], key=FILTERS[3], bind="query-params",
        on_change=_first,
    )  # fmt: skip
    taxa = sorted({each["taxon"] for each in known if each["taxon"]})
    taxon = columns[4].selectbox(
        words.TAXON, [words.ANY, *taxa], key=FILTERS[4], bind="query-params", on_change=_first,
        format_func=lambda key: visible(key.removeprefix("taxon:")),
    )  # fmt: skip
    wanted = text.strip().lower()
    return [
        each for each in known
        if (not wanted or wanted in _said(each))
        and language in (words.ANY, *each["languages"])
        and role in (words.ANY, each["role"])
        and taxon in (words.ANY, each["taxon"])
        and (status == words.ANY or _STATUS[status](each))
    ]  # fmt: skip


def _first() -> None:
    """Begin at the first page of a list that has changed."""
    st.session_state["entry_page"] = 1


def _said(each: Entry) -> str:
    """Give what a search looks at."""
    return "\n".join([each["id"], each["meaning"], *each["words"]]).lower()


def _show_table(page: list[Entry]) -> None:
    """Show entries, a row each."""
    rows = [
        {
            words.ENTRY: visible(each["id"]),
            words.ITS_WORDS: visible(", ".join(each["words"])),
            words.MEANING: visible(each["meaning"]),
            words.ROLE: words.role(each["role"]),
            words.LANGUAGE: ", ".join(each["languages"]) or words.ANY_LANGUAGE,
            words.HITS: each["hits"],
            words.COUNTED: each["counted"],
            words.RIGHT: _right(each),
            words.STATUS: each["status"],
            words.SOURCE: visible(each["source"]),
        }
        for each in page
    ]
    helps = {words.HITS: words.HITS_HELP, words.COUNTED: words.COUNTED_HELP}
    columns = {name: st.column_config.NumberColumn(help=said) for name, said in helps.items()}
    right = st.column_config.TextColumn(help=words.RIGHT_HELP)
    st.dataframe(
        rows, hide_index=True, alt=words.TABLE, column_config={**columns, words.RIGHT: right}
    )


def _right(each: Entry) -> str:
    """Write how often a use was found right."""
    judged = each["confirmed"] + each["rejected"]
    return words.of(each["confirmed"], judged) if judged else ""


def _show_one(names: list[str], known: dict[str, Entry]) -> None:
    """Show one entry in full; the address keeps which."""
    name = st.selectbox(
        words.OPEN_ENTRY, [None, *names], key="entry", bind="query-params",
        format_func=lambda each: words.PICK if each is None else visible(each),
    )  # fmt: skip
    if name is None:
        return
    chosen = known[name]
    with st.container(border=True):
        st.text(visible(f"{name} ({words.role(chosen['role'])}): {chosen['meaning']}"))
        st.text(visible(", ".join(chosen["words"])))
        st.text(words.languages(chosen["languages"]))
        if chosen["taxon"]:
            st.page_link("views/species.py", label=_named(chosen), query_params=_taxon(chosen))
        if chosen["ambiguous"] or chosen["with"]:
            st.text(visible(words.ambiguous(list(chosen["with"] or USUAL))))
        if chosen["except"]:
            st.text(visible(words.excepted(chosen["except"])))
        verified = words.VERIFIED if chosen["verified"] else words.UNVERIFIED
        st.text(visible(f"{words.SOURCE}: {chosen['source']} ({verified}; {chosen['status']})"))
        ask_to_withdraw(chosen)
    _show_uses(chosen)
    _show_changes(name)


def _named(chosen: Entry) -> str:
    """Name the taxon of an entry."""
    from app.literal import literal

    return literal(chosen["taxon"].removeprefix("taxon:"))


def _taxon(chosen: Entry) -> dict[str, str]:
    """Give the address of an entry's taxon."""
    return {"taxon": chosen["taxon"]}


def _show_uses(chosen: Entry) -> None:
    """Show posts that use an entry."""
    if chosen["hits"] is None:
        return
    st.subheader(words.USES, anchor=False)
    if not chosen["hits"]:
        st.markdown(words.NO_USES)
        return
    found = entry(chosen["id"])
    st.text(words.used(found["hits"], found["accounts"], found["counted"]))
    st.caption(general.showing(1, len(found["uses"]), found["hits"], "posts"))
    rows = [
        {
            words.TEXT: visible(use["excerpt"]),
            words.SCORE: use["score"],
            words.BECAUSE: visible(use["because"]),
            words.ACCOUNT: visible(use["account_key"] or ""),
            words.POST: visible(use["post_key"]),
        }
        for use in found["uses"]
    ]
    st.dataframe(rows, hide_index=True, height="content", alt=words.USES)


def _show_changes(name: str) -> None:
    """List what was changed of an entry here."""
    made = changes_of(session.opened().workspace, name)
    if not made:
        return
    rows = [
        {
            words.WHEN: each["at"][:16].replace("T", " "),
            words.BY: visible(each["by"]),
            words.BEFORE: visible(_short(each["before"])),
            words.AFTER: visible(_short(each["after"])),
        }
        for each in made
    ]
    st.subheader(words.CHANGES, anchor=False)
    st.dataframe(rows, hide_index=True, height="content", alt=words.CHANGES)


def _short(said: Entry | None) -> str:
    """Write an entry as one line."""
    if said is None:
        return "–"
    return f"{', '.join(said['words'])}: {said['meaning']} ({words.role(said['role'])})"
