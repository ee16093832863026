"""Labelled texts: advertisements as people write them, and the contact details they give away.

Composed for this project from sentences, numbering plans and disguises of its own; nothing here
calls what it measures.
"""

from tests.bench.contact_cases.case import Case, agrees
from tests.bench.contact_cases.draw import cases

__all__ = ["Case", "agrees", "cases"]
