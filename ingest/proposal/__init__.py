"""Proposing a mapping for an unknown table, and showing what it would read; nothing is printed."""

from __future__ import annotations

from ingest.proposal.preview import Preview, preview
from ingest.proposal.proposal import Proposal, ProposedColumn, propose
from ingest.proposal.sample import Sample, known_format, take_sample
from ingest.proposal.yaml_text import as_yaml, with_columns

__all__ = [
    "Preview",
    "Proposal",
    "ProposedColumn",
    "Sample",
    "as_yaml",
    "known_format",
    "preview",
    "propose",
    "take_sample",
    "with_columns",
]
