"""Repetition: values that say the same in another way, and so are one piece of evidence.

A handle may repeat the name in an e-mail address, a wallet or PIX key the telephone number, a
display name the handle; what one group's administrators pass on of it repeats that they run it.
Whoever agrees in one of the two agrees in the other without any further coincidence.
"""

from __future__ import annotations

import polars as pl

ABOUT = r"^(administers|forwards|mentions):"
"""What may stand before the key of the thing that a piece of evidence is about."""
NAMED = r"^(?:email|upi|pix|wechat|name|handle:[^:]+):[^:]*$"
NUMBERED = r"^(?:(?:phone|bank|iban|pix|upi|promptpay|till):|(?:email|qq|handle:[^:]+):[^:]*$)"
"""Values that are a name, and that are a number; the keys of groups are neither."""
LEAST_LETTERS = 4
LEAST_DIGITS = 8
"""Shorter names and numbers may be alike by chance; national numbers agree in their last eight."""


def what_is_said(value: pl.Expr) -> pl.Expr:
    """Take from a value what another value may repeat.

    Parameters
    ----------
    value : polars.Expr
        Values of `graph.ties.layers.layer.EVIDENCE`.

    Returns
    -------
    polars.Expr
        A struct of ``about`` (the thing itself), ``letters`` (of a name, null where fewer than
        four) and ``digits`` (the last eight of a number, null where fewer).
    """
    about = value.str.replace(ABOUT, "")
    body = about.str.replace(r"^.*:", "").str.replace(r"@.*$", "").str.to_lowercase()
    letters = body.str.replace_all(r"[^\p{L}\p{M}]+", "")
    digits = body.str.replace_all(r"[^0-9]+", "")
    is_name = about.str.contains(NAMED) & (letters.str.len_chars() >= LEAST_LETTERS)
    is_number = about.str.contains(NUMBERED) & (digits.str.len_chars() >= LEAST_DIGITS)
    return pl.struct(
        about=about,
        letters=pl.when(is_name).then(letters),
        digits=pl.when(is_number).then(digits.str.tail(LEAST_DIGITS)),
    )


def says_the_same(one: str, other: str) -> pl.Expr:
    """Whether one of two values repeats the other.

    Parameters
    ----------
    one, other : str
        Columns of `what_is_said`.

    Returns
    -------
    polars.Expr
        True where both are about one thing, one name is within the other, or the numbers end
        alike; never null.
    """
    left, right = pl.col(one).struct, pl.col(other).struct
    names = (left.field("letters"), right.field("letters"))
    within = names[0].str.contains(names[1], literal=True) | names[1].str.contains(
        names[0], literal=True
    )
    return (
        (left.field("about") == right.field("about"))
        | within.fill_null(value=False)
        | (left.field("digits") == right.field("digits")).fill_null(value=False)
    )
