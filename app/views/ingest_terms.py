"""What a person says that holds for all files taken in at once."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from app import words as general
from app.regions import regions, time_zones
from app.taking.asking import Terms
from app.words import ingest as words


def ask_terms() -> Terms:
    """Ask for them; what was said stays while other pages are looked at."""
    left, middle, right = st.columns(3)
    with left:
        platform = st.selectbox(
            words.PLATFORM, list(general.PLATFORMS), index=None, key="said platform",
            format_func=general.platform, accept_new_options=True, persist_state="session",
            placeholder=words.TYPE_OR_CHOOSE,
        )  # fmt: skip
        region = st.selectbox(
            words.REGION, list(regions()), index=None, key="said region", persist_state="session",
            format_func=lambda code: f"{regions()[code]} ({code})", help=words.REGION_HELP,
            placeholder=words.NOT_SAID,
        )  # fmt: skip
        time_zone = st.selectbox(
            words.TIME_ZONE, time_zones(), index=None, key="said time zone",
            persist_state="session", placeholder=words.TIME_ZONE_NONE,
        )  # fmt: skip
    with middle:
        collected_at = st.datetime_input(
            words.COLLECTED_AT, value=None, key="said collected at", persist_state="session",
            format="YYYY-MM-DD",
        )  # fmt: skip
        collector = _text(words.COLLECTOR, "said collector")
        legal_basis = _text(words.LEGAL_BASIS, "said legal basis")
    with right:
        purpose = _text(words.PURPOSE, "said purpose")
        handling = st.selectbox(
            words.HANDLING, words.HANDLING_CODES, index=None, key="said handling",
            accept_new_options=True, persist_state="session", placeholder=words.TYPE_OR_CHOOSE,
        )  # fmt: skip
        retention = st.date_input(
            words.RETENTION, value=None, key="said retention", persist_state="session",
            format="YYYY-MM-DD",
        )  # fmt: skip
    return Terms(
        platform=_said(platform),
        region=region,
        time_zone=time_zone,
        collected_at=_utc(collected_at),
        collector=collector,
        legal_basis=legal_basis,
        purpose=purpose,
        handling=_said(handling),
        retention=retention,
    )


def _text(label: str, key: str) -> str | None:
    """Ask for a text."""
    return _said(
        st.text_input(
            label, key=key, max_chars=200, placeholder=words.NOT_SAID, persist_state="session"
        )
    )


def _said(text: str | None) -> str | None:
    """Take an empty text for none."""
    return (text or "").strip() or None


def _utc(moment: datetime | None) -> datetime | None:
    """Take a moment for UTC, as the label says."""
    return None if moment is None else moment.replace(tzinfo=UTC)
