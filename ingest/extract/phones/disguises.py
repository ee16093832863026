"""Telephone numbers that are not written as plain digits: read, kept unresolved, or refused."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extract.found import Found
from ingest.extract.goods.quantities import blank_quantities
from ingest.extract.lexicon.cues import Cues
from ingest.extract.phones import disguise_signs
from ingest.extract.phones.channels import glued_words
from ingest.extract.phones.segments import Segment, Verdict
from ingest.extract.phones.spans import Span, spans
from ingest.extract.phones.spelling import LEAST_DIGITS
from ingest.extract.setting import Setting


def may_hold(_: Cues) -> str:
    """What a text with a number in disguise holds."""
    return disguise_signs.may_hold()


def find(text: str, setting: Setting) -> Iterator[Found]:
    """Find numbers with words, look-alikes, numerals or unusual separators in them.

    Parameters
    ----------
    text : str
        As `folding.unify` writes it; links and prices are blanked.
    setting : Setting
        Without a region only numbers that tell their country count.

    Yields
    ------
    Found
        Kind ``phone`` or ``unresolved``, as `candidates.find` does; kind ``hidden`` for what is
        no number but would read as one without its odd parts.

    Notes
    -----
    Every part of a stretch counts: a reading that leaves one out, and is valid besides another,
    makes the number unresolved.
    """
    text = blank_quantities(text)
    if not disguise_signs.stand_in(text):
        return
    for span in spans(text, glued_words(setting.cues)):
        if not span.is_plain():
            for verdict in _judge(text, span, setting):
                yield verdict.told()


def _judge(text: str, span: Span, setting: Setting) -> Iterator[Verdict]:
    """Read the numbers of a span one by one."""
    ranges = span.segments()
    refused = Verdict(span.start, span.end, None)
    if len(ranges) == 1:
        segment = Segment.of(text, span, ranges[0], setting)
        verdict = segment.read()
        if verdict is not None:
            yield verdict
        return
    segments = [Segment.of(text, span, each, setting) for each in ranges]
    segments = [each for each in segments if not each.is_remark()]
    if any(each.size() < LEAST_DIGITS for each in segments):
        whole = Segment.of(text, span, (0, len(span.parts)), setting)
        plain = all(each.is_plain() for each in segments)
        if not plain or whole.numbers(whole.parts):
            yield refused
        return
    for segment in segments:
        if not segment.is_plain() and (verdict := segment.read()) is not None:
            yield verdict
