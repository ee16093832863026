"""What programs and people write where an id or name is not known: it names nobody and nothing.

Two rows that hold the same placeholder are not of one account, group or post.
"""

from __future__ import annotations

import re

import polars as pl

_OF_PROGRAMS = r"nan|none|null|nil|undefined|n/a|<na>|nat|\(null\)|\(none\)"
_OF_PEOPLE = (
    r"unknown|anonymous|withheld|\[?(?:deleted|removed)\]?|(?:unknown|deleted|anonymous|facebook"
    r"|instagram|meta|messenger|tiktok|telegram) user|instagrammer|deleted account"
    r"|(?:unknown|private|anonymous|withheld) (?:number|caller|sender)"
)
_IN_OTHER_LANGUAGES = (
    r"utilisateur (?:de )?facebook|usuario de facebook|facebook-nutzer|pengguna facebook"
    r"|usuário do facebook|người dùng facebook|utente (?:di )?facebook|akun (?:yang )?dihapus"
    r"|удал[её]нный аккаунт|gelöschtes konto|cuenta eliminada|compte supprimé|conta excluída"
)
_NUMBERS = r"(?:user|channel|chat)?(?:0|-1)(?:\.0+)?"
_MARKS = r"[^\w@+#]+"
_NAMES = rf"{_OF_PROGRAMS}|{_OF_PEOPLE}|{_IN_OTHER_LANGUAGES}"
_ID = rf"(?i)^\s*@?(?:{_NAMES}|{_NUMBERS}|{_MARKS})\s*$"
_NAME = rf"(?i)^\s*(?:{_NAMES})\s*$"
_GROUP_NAME = rf"(?i)^\s*(?:{_OF_PROGRAMS}|unknown)\s*$"
_ADDRESS = rf"(?i)^\s*(?:{_OF_PROGRAMS}|unknown|0|{_MARKS})\s*$"
_NUMBERED = ("account_id", "group_id", "post_id", "by_id", "reply_to", "group_before")
_BY_COLUMN = {
    **dict.fromkeys((*_NUMBERED, "account_handle", "group_handle"), _ID),
    "group_name": _GROUP_NAME,
    "post_url": _ADDRESS,
    "forwarded_from": r"(?i)^\s*@?(?:nan|<na>)\s*$",
}
_WHOLE = r"^(\d{1,15})\.0+$"
FRACTION = r"^\d{16,}\.0+$"
"""An id that a data frame held as a fraction: from 16 digits on it is rounded."""

NOTICE = (
    "Where an id, a handle or a name should stand, some cells hold a word such as 'nan', 'unknown' "
    "or 'Facebook user', or a 0: these name nobody and nothing, and are kept with the post."
)
_PLACEHOLDER = re.compile(_ID)


def is_placeholder(name: str) -> bool:
    """Whether a name or id stands for anybody of whom none is known.

    >>> is_placeholder("Facebook user"), is_placeholder("Budi")
    (True, False)
    """
    return _PLACEHOLDER.match(name) is not None


def without_placeholders(frame: pl.DataFrame) -> tuple[pl.DataFrame, dict[str, pl.Series]]:
    """Make null what only stands where an id or name should.

    Parameters
    ----------
    frame : polars.DataFrame
        The plain table's columns and those that readers tell besides.

    Returns
    -------
    tuple of polars.DataFrame and dict
        The rows with what is left, ids without the fraction that a data frame gives them; and the
        cells taken out as they stand in the source, by the name to keep them under. A name that
        is a placeholder stays beside an id or a handle, for it says of the account what it is.
    """
    found: dict[str, pl.Series] = {}
    for name, pattern in _BY_COLUMN.items():
        frame = _without(frame, name, pl.col(name).str.contains(pattern), found)
    nameless = pl.all_horizontal(pl.col("account_id", "account_handle").is_null())
    is_word = pl.col("account_name").str.contains(_NAME)
    frame = _without(frame, "account_name", nameless & is_word, found)
    return frame.with_columns(
        pl.coalesce(pl.col(name).str.extract(_WHOLE), name).alias(name)
        for name in _NUMBERED
        if frame[name].str.ends_with(".0").any()
    ), found


def _without(
    frame: pl.DataFrame, name: str, condition: pl.Expr, found: dict[str, pl.Series]
) -> pl.DataFrame:
    """Take cells of a column out where a condition holds."""
    cells = frame[name]
    if cells.null_count() == len(cells):
        return frame
    chosen = frame.select(condition.fill_null(value=False)).to_series()
    if not chosen.any():
        return frame
    found[f"{name} (source)"] = cells.set(~chosen, None)
    return frame.with_columns(cells.set(chosen, None).alias(name))
