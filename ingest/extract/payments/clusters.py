"""Words that stand beside each other and together announce one bank account."""

from __future__ import annotations

import re
from typing import NamedTuple

from ingest.extract.announced import Cue
from ingest.extract.folding import IGNORED
from ingest.extract.payments import banks, holders
from ingest.extract.setting import Setting

FAMILIES = frozenset({"bank", "account", "holder"})
_JOINT = re.compile(rf"[^0-9\n\x00+@]{{0,24}}\n?[ \t:=.,/()\[\]|*{IGNORED}-]{{0,6}}")
_BESIDE = re.compile(r"[^\w\n\x00+@]{0,8}(?:bank |ธนาคาร)?\n?[^\w\n\x00+@]{0,6}", re.IGNORECASE)
_NUMBER_NEXT = re.compile(r"[ \t:=.-]{0,4}[0-9]{4}")
_WEAK = frozenset({"account", "acc", "acct", "konto", "cuenta", "บัญชี", "حساب", "akaun", "账户"})
"""Words that also mean other accounts than a bank's."""
_PLACE = "An"
"""In Vietnam the end of a province's name rather than in whose name an account is."""
_MOST_BANKS = 4
_NEAR = 4


class Cluster(NamedTuple):
    """Words beside each other that announce one account.

    Attributes
    ----------
    start, end : int
        Character offsets.
    banks : tuple of str
        Words that name banks, the last one first.
    account : Cue or None
        A word for account.
    holder : str or None
    """

    start: int
    end: int
    banks: tuple[str, ...] = ()
    account: Cue | None = None
    holder: str | None = None

    @property
    def has_word(self) -> bool:
        """Whether a word that means nothing but a bank account is among them."""
        return self.account is not None and self.account.word not in _WEAK

    @property
    def is_sure(self) -> bool:
        """Whether more than a bank's name says that a bank account follows."""
        return self.has_word or self.holder is not None or bool(self.account and self.banks)

    def named(self) -> list[str]:
        """Words that name banks here, without those that mean something else when alone."""
        everyday = frozenset() if self.is_sure else banks.listed().everyday
        return [word for word in self.banks if word not in everyday]


def gather(text: str, cues: list[Cue], place: int, setting: Setting) -> tuple[Cluster, int]:
    """Gather the words that stand beside each other, from one on.

    Parameters
    ----------
    text : str
    cues : list of Cue
    place : int
        Of the first word, of one of the `FAMILIES`.
    setting : Setting

    Returns
    -------
    (Cluster, int)
        And the place of the first word that does not belong to it.
    """
    cluster = Cluster(cues[place].start, cues[place].start)
    first = place
    while place < len(cues) and cues[place].family in FAMILIES:
        cue = cues[place]
        if place > first and not _JOINT.fullmatch(text, cluster.end, cue.start):
            break
        taken = _take(text, cues, place, cluster, setting)
        cluster = taken or cluster._replace(end=cue.end)
        place += 1
    return cluster, place


def is_others(text: str, before: Cue, cue: Cue) -> bool:
    """Whether a word for a wallet or messenger right before says whose account is meant."""
    gap = text[before.end : cue.start]
    return before.family == "other" and len(gap) <= _NEAR and not any(map(str.isalnum, gap))


def follow(
    text: str, cues: list[Cue], place: int, cluster: Cluster, end: int, setting: Setting
) -> tuple[Cluster, int]:
    """Take in the bank and the holder that are named right after a number.

    Parameters
    ----------
    text : str
    cues : list of Cue
    place : int
        Of the first word after the number.
    cluster : Cluster
        Words before the number.
    end : int
        Where the number ends.
    setting : Setting

    Returns
    -------
    (Cluster, int)
        And the place of the first word that does not belong to it.
    """
    cluster = cluster._replace(end=end)
    while place < len(cues) and _BESIDE.fullmatch(text, cluster.end, cues[place].start):
        cue = cues[place]
        is_bank = cue.family == "bank" and not cluster.banks
        is_holder = cue.family == "holder" and cluster.holder is None
        if not (is_bank or is_holder) or (is_bank and _NUMBER_NEXT.match(text, cue.end)):
            break
        taken = _take(text, cues, place, cluster, setting)
        if taken is None:
            break
        cluster = taken
        place += 1
    return cluster, place


def _take(
    text: str, cues: list[Cue], place: int, cluster: Cluster, setting: Setting
) -> Cluster | None:
    """Take in one word, and the name after it if it announces a holder; None: no name follows."""
    cue = cues[place]
    if cue.family == "bank":
        return cluster._replace(end=cue.end, banks=(cue.word, *cluster.banks)[:_MOST_BANKS])
    if cue.family == "account":
        return cluster._replace(end=cue.end, account=cue)
    if setting.region == "VN" and text[cue.start : cue.end] == _PLACE:
        return None
    later = cues[place + 1 : place + 3]
    limit = next((cue.start for cue in later if cue.family not in ("holder", "other")), len(text))
    name = holders.read(text, cue.end, limit, setting.cues)
    return None if name is None else cluster._replace(end=name[1], holder=name[0])
