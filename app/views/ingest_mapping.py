"""What the columns of an unknown table mean: proposed, corrected, tried at once, and kept."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app import session
from app import words as general
from app.literal import literal, visible
from app.taking.asking import Terms, Told
from app.taking.choices import as_mapping, fields_of, kept_choices, proposed_choices
from app.taking.looking import preview_of, sample_of
from app.taking.mapping_kept import keep_mapping
from app.views.ingest_looked import Item, called, options_of
from app.views.ingest_rows import show_first
from app.views.said import say_error, say_warning
from app.words import ingest as words
from graph.errors import SpoorError
from graph.workspace import Workspace, open_workspace, workspace_path
from ingest.own import own_accounts
from ingest.proposal import Proposal, Sample
from ingest.readers.mapping import load_mapping
from ingest.saved_mappings import FOLDER
from ingest.sources import Source

EXAMPLES = 60
KEPT = "a mapping was kept"


def ask_mapping(workspace: Workspace, item: Item, nth: int, terms: Terms, told: Told) -> None:
    """Ask what the columns of a table mean, showing at once what would be read."""
    source, look = item.sources[nth], item.looks[nth]
    place = f"{item.waiting.id} {nth}"
    name = called(item.waiting, source)
    try:
        sample, proposal = _sample(source, name, terms.platform, terms.region, told)
    except SpoorError as error:
        say_error(words.on_the_page(str(error)))
        return
    first = proposed_choices(proposal)
    constants = proposal.constants()
    time_form, table = proposal.time_form, proposal.table
    if look.kept_mapping:
        kept = load_mapping(workspace.root / FOLDER / look.kept_mapping)
        first = kept_choices(kept, list(sample.columns))
        constants, time_form, table = kept.constants, kept.time.format, kept.table
    st.markdown(f"**{words.MAPPING}**")
    st.caption(words.MAPPING_MEANS)
    table = st.segmented_control(
        words.TABLE, list(words.TABLES), default=table, required=True, key=f"table {place}",
        format_func=words.TABLES.__getitem__,
    )  # fmt: skip
    chosen = _ask_columns(proposal, first, str(table), place)
    stated, form = _ask_for_all(proposal, constants, time_form, str(table), place)
    _try(workspace, sample, name, str(table), chosen, stated, form, terms, told, place)


def _ask_columns(
    proposal: Proposal, first: dict[str, str | None], table: str, place: str
) -> dict[str, str | None]:
    """Ask what each column becomes."""
    chosen: dict[str, str | None] = {}
    options = fields_of(table)
    for nth, each in enumerate(proposal.columns):
        name, field, why = st.columns((3, 2.4, 4), vertical_alignment="center")
        name.markdown(literal(each.column))
        name.caption(literal(" | ".join(each.examples), most=EXAMPLES))
        begins = first.get(each.column)
        chosen[each.column] = field.selectbox(
            literal(each.column), options, key=f"column {place} {table} {nth}",
            index=options.index(begins) if begins in options else None,
            format_func=words.FIELDS.__getitem__, placeholder=words.NOT_USED,
            label_visibility="collapsed",
        )  # fmt: skip
        guess = each.guess
        if guess.field in words.FIELDS:
            why.text(visible(f"{words.FIELDS[guess.field]}, {guess.certainty}: {guess.reason}"))
        else:
            why.text(visible(guess.reason))
    return chosen


def _ask_for_all(
    proposal: Proposal,
    constants: dict[str, str],
    time_form: str | None,
    table: str,
    place: str,
) -> tuple[dict[str, str | None], str | None]:
    """Ask what holds for every row, and how times are written."""
    st.markdown(f"**{words.FOR_EVERY_ROW}**")
    left, right = st.columns(2)
    stated: dict[str, str | None] = {}
    if table == "links":
        stated["kind"] = left.text_input(
            words.KIND_OF_ALL, value=constants.get("kind", ""), key=f"kind {place}"
        )
    else:
        known = list(general.PLATFORMS)
        said = constants.get("platform")
        options = known if said is None or said in known else [said, *known]
        stated["platform"] = left.selectbox(
            words.PLATFORM_OF_ALL, options, index=options.index(said) if said else None,
            key=f"platform {place}", format_func=general.platform, accept_new_options=True,
            placeholder=words.TYPE_OR_CHOOSE,
        )  # fmt: skip
    forms = [*proposal.time_forms, *([time_form] if time_form else [])]
    form = right.selectbox(
        words.TIME_FORM, forms, index=len(forms) - 1 if time_form else None,
        key=f"times {place}", accept_new_options=True, help=words.TIME_FORM_HELP,
        placeholder=words.TYPE_OR_CHOOSE,
    )  # fmt: skip
    if proposal.time_forms and not form:
        right.text(words.TIME_UNSURE)
    return stated, form


def _try(
    workspace: Workspace,
    sample: Sample,
    name: str,
    table: str,
    chosen: dict[str, str | None],
    stated: dict[str, str | None],
    form: str | None,
    terms: Terms,
    told: Told,
    place: str,
) -> None:
    """Show what would be read with the choices, and offer to keep them."""
    try:
        text, mapping = as_mapping(sample, table, chosen, constants=stated, time_form=form)
    except SpoorError as error:
        say_error(str(error))
        return
    options = options_of(terms, told)
    options = replace(options, mapping=mapping)
    first = preview_of(sample, name, options, own_accounts(workspace))
    if first.problem:
        say_warning(words.on_the_page(first.problem))
    else:
        show_first(first)
    nobody = session.named() is None
    if st.button(
        words.KEEP_MAPPING, key=f"keep {place}", type="primary",
        disabled=nobody or not first.rows_accepted,
    ):  # fmt: skip
        _keep(workspace, text, list(sample.columns))
        st.rerun()
    if nobody or not first.rows_accepted:
        st.text(words.SAY_WHO if nobody else words.MAPPING_NOT_YET)
    said = st.session_state.pop(KEPT, None)
    if said:
        st.success(said) if said == words.MAPPING_KEPT else say_error(said)


def _keep(workspace: Workspace, text: str, columns: list[str]) -> None:
    """Keep the choices."""
    who = session.named()
    if who is None:
        return
    try:
        keep_mapping(workspace, text, columns, who)
        st.session_state[KEPT] = words.MAPPING_KEPT
    except SpoorError as error:
        st.session_state[KEPT] = str(error)


@st.cache_data(show_spinner=words.LOOKING, max_entries=16, hash_funcs={Source: repr})
def _sample(
    source: Source, name: str, platform: str | None, region: str | None, told: Told,

) -> tuple[Sample, Proposal]:  # fmt: skip
    """Read the first rows of a table, once for each thing that is said of it."""
    workspace = open_workspace(workspace_path(), create=False)
    terms = Terms(platform=platform, region=region)
    return sample_of(workspace, source, name, options_of(terms, told))
