"""Who a row is from: the author before the colon, or nobody where WhatsApp itself speaks."""

from __future__ import annotations

import polars as pl

from ingest.readers.whatsapp.marks import unmarked
from ingest.readers.whatsapp.survey import LONGEST_NAME
from ingest.readers.whatsapp.system_rows import QUOTE, TITLED


def split_authors(messages: pl.DataFrame, long_names: frozenset[str]) -> pl.DataFrame:
    """Split the first lines of messages.

    Parameters
    ----------
    messages : polars.DataFrame
        With ``rest``, see `ingest.readers.whatsapp.messages.MESSAGES`.
    long_names : frozenset of str
        Names that hold a colon and a space themselves.

    Returns
    -------
    polars.DataFrame
        The messages with ``author`` (null: nobody) and ``body``, what follows it; the whole
        ``rest`` where there is no author.

    Notes
    -----
    A name ends at the first colon that a space or the end of the line follows. What WhatsApp says
    of a group's name may hold such a colon too, in quotation marks.
    """
    rest = pl.col("rest")
    frame = messages.with_columns(
        rest.str.splitn(": ", 3).struct.rename_fields(["first", "second", "third"]).alias("parts")
    ).unnest("parts")
    name: pl.Expr = (
        pl.when(pl.col("second").is_not_null())
        .then("first")
        .when(rest.str.ends_with(":"))
        .then(rest.str.strip_suffix(":"))
    )
    if long_names:
        longer = pl.concat_str("first", "second", separator=": ")
        name = pl.when(longer.is_in(list(long_names))).then(longer).otherwise(name)
    frame = frame.with_columns(name=name, is_service=_names_group(messages["rest"]))
    frame = frame.with_columns(
        name=pl.when(~pl.col("is_service") & (pl.col("name").str.len_chars() <= LONGEST_NAME)).then(
            "name"
        )
    )
    frame = frame.with_columns(shown=unmarked(pl.col("name")))
    after = rest.str.strip_prefix(pl.col("name")).str.strip_prefix(":").str.strip_prefix(" ")
    is_named = pl.col("shown") != ""
    return frame.select(
        *messages.columns,
        author=pl.when(is_named).then("shown"),
        body=pl.when(is_named).then(after).otherwise(rest),
    )


def _names_group(rests: pl.Series) -> pl.Series:
    """Whether WhatsApp says how the group is called."""
    found = rests.str.contains(QUOTE)
    quoting = pl.DataFrame([rests.filter(found).alias("rest")])
    says = quoting.select(unmarked(pl.col("rest")).str.contains(TITLED)).to_series()
    return found.scatter(found.arg_true(), says)
