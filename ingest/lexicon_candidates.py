"""Words that may belong in the lexicon: unusual in the posts of clusters that stand confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from graph.workspace import Workspace
from ingest.extract.lexicon.cues import Cues
from ingest.extract.lexicon.unusual import Counter, apart, unusualness, used_by, without
from ingest.extract.lexicon.workspace import lexicon_of
from ingest.extract.names.folded import fold_names
from ingest.judgements import confirmed_members
from ingest.screened import Screened

LEAST_ACCOUNTS = 3
LEAST_ERRORS = 1.96
"""Standard errors by which a word must be more frequent."""

_ROWS_AT_A_TIME = 20_000
_SPANS = ("details", "statements", "taxa", "terms")
_LEAST_SHARE = 0.05
_PLACE = ["locator", "post_key"]


@dataclass(frozen=True)
class Candidate:
    """A word that accounts of confirmed clusters use unusually often.

    Attributes
    ----------
    word : str
        Folded: lower case, no punctuation.
    accounts, of_accounts : int
        Accounts of confirmed clusters that use it, and that post at all.
    others, of_others : int
        All other accounts that use it, and that post at all.
    log_odds, errors : float
        How much more often, and in standard errors; see `extract.lexicon.unusual.unusualness`.
    """

    word: str
    accounts: int
    of_accounts: int
    others: int
    of_others: int
    log_odds: float
    errors: float


def candidates(
    workspace: Workspace, *, least_accounts: int = LEAST_ACCOUNTS, limit: int = 50
) -> list[Candidate]:
    """Find words that may belong in the lexicon.

    Parameters
    ----------
    workspace : Workspace
        Its sources must have been read with the lexicon as it stands now.
    least_accounts : int
        How many accounts of confirmed clusters must use a word.
    limit : int
        Most candidates.

    Returns
    -------
    list of Candidate
        The most unusual first; empty when no cluster stands confirmed. Contact details, prices,
        measures, names of taxa, words of the lexicon and words that announce contact details are
        left out. Posts in languages that the confirmed accounts hardly write are not compared.

    Notes
    -----
    Cost is linear in the texts; accounts are counted, not posts, so that copies do not count.
    """
    members = confirmed_members(workspace)
    theirs = _texts_of(workspace, members)
    inside = used_by(theirs["text"], theirs["account_key"])
    frequent = [word for word, users in inside.items() if len(users) >= least_accounts]
    words = without(frequent, _announcing(lexicon_of(workspace).cues))
    if not words:
        return []
    others, of_others = _count_others(workspace, members, words, _languages(workspace, members))
    mine = np.array([len(inside[word]) for word in words], dtype=np.int64)
    of_mine = theirs["account_key"].n_unique()
    log_odds, errors = unusualness(mine, of_mine, others, of_others)
    order = sorted(
        np.flatnonzero(errors >= LEAST_ERRORS).tolist(),
        key=lambda place: (-round(float(errors[place]), 6), -len(words[place]), words[place]),
    )
    chosen = [order[place] for place in apart([words[place] for place in order])][:limit]
    return [
        Candidate(
            words[place], int(mine[place]), of_mine, int(others[place]), of_others,
            round(float(log_odds[place]), 3), round(float(errors[place]), 3),
        )
        for place in chosen
    ]  # fmt: skip


def _posts(archive: Screened, sha256: str, members: frozenset[str], *, of: bool) -> pl.LazyFrame:
    """Own words of the members, or of everybody else."""
    among = pl.Series(sorted(members), dtype=pl.String).implode()
    is_theirs = pl.col("account_key").is_in(among)
    return (
        archive.records(sha256, "posts")
        .filter(pl.col("forwarded_from").is_null(), pl.col("account_key").is_not_null())
        .filter(is_theirs if of else ~is_theirs)
        .filter(pl.col("text").is_not_null())
        .select("post_key", "account_key", "text", "locator")
    )


def _texts_of(workspace: Workspace, members: frozenset[str]) -> pl.DataFrame:
    """Distinct texts of the members, what was read in them blanked."""
    archive = Screened(workspace)
    found = [pl.DataFrame(schema={"account_key": pl.String, "text": pl.String})]
    for source in archive.sources():
        posts = _posts(archive, source.sha256, members, of=True).collect()
        spans = [
            archive.derived(source.sha256, table)
            .select(*_PLACE, "start", "end")
            .drop_nulls()
            .join(posts.lazy(), on=_PLACE, how="semi")
            .collect()
            for table in _SPANS
        ]
        cuts = pl.concat(spans).group_by(_PLACE).agg(cuts=pl.concat_list("start", "end"))
        cut = posts.join(cuts, on=_PLACE, how="left", maintain_order="left")
        texts = [
            _blanked(text, spans or []) for text, spans in cut.select("text", "cuts").iter_rows()
        ]
        found.append(
            cut.select("account_key", text=pl.Series(texts, dtype=pl.String)).unique(
                maintain_order=True
            )
        )
    return pl.concat(found).unique(maintain_order=True)


def _blanked(text: str, cuts: list[list[int]]) -> str:
    """Write a line break over each span, so that no word reaches across."""
    pieces, reached = [], 0
    for start, end in sorted(map(tuple, cuts)):
        pieces.append(text[reached : max(start, reached)])
        reached = max(reached, end)
    return "\n".join([*pieces, text[reached:]])


def _languages(workspace: Workspace, members: frozenset[str]) -> frozenset[str]:
    """Give the languages that the members write more than hardly; empty when none is evident."""
    archive = Screened(workspace)
    counted = [
        archive.derived(source.sha256, "languages")
        .join(_posts(archive, source.sha256, members, of=True), on=_PLACE, how="semi")
        .group_by("language")
        .agg(posts=pl.len())
        .collect()
        for source in archive.sources()
    ]
    total = pl.concat(counted).group_by("language").agg(pl.col("posts").sum())
    least = _LEAST_SHARE * sum(total["posts"])
    return frozenset(total.filter(pl.col("posts") >= least)["language"])


def _count_others(
    workspace: Workspace, members: frozenset[str], words: list[str], languages: frozenset[str]
) -> tuple[npt.NDArray[np.int64], int]:
    """Count the other accounts that use each word, and all of them."""
    counter = Counter(words)
    numbers: dict[str, int] = {}
    for batch in _batches(workspace, members, languages):
        for account in batch["account_key"].unique(maintain_order=True):
            numbers.setdefault(account, len(numbers))
        accounts = np.array([numbers[each] for each in batch["account_key"]], dtype=np.int64)
        counter.add(batch["text"], accounts)
    return counter.counts(), len(numbers)


def _batches(
    workspace: Workspace, members: frozenset[str], languages: frozenset[str]
) -> Iterator[pl.DataFrame]:
    """Distinct texts of everybody else, some thousand at a time."""
    archive = Screened(workspace)
    among = pl.Series(sorted(languages), dtype=pl.String).implode()
    for source in archive.sources():
        posts = _posts(archive, source.sha256, members, of=False)
        if languages:
            foreign = archive.derived(source.sha256, "languages").filter(
                ~pl.col("language").is_in(among)
            )
            posts = posts.join(foreign, on=_PLACE, how="anti")
        texts = posts.select("account_key", "text").unique().collect()
        yield from texts.iter_slices(_ROWS_AT_A_TIME)


def _announcing(cues: Cues) -> frozenset[str]:
    """Give the words that announce contact details, folded."""
    return frozenset(fold_names([word for _, words in cues.words for word in words]))
