"""Splink: blocks descriptions of accounts and weighs how they agree, with numbers fixed before.

Nothing is trained when it runs: m, u and the frequencies of values come from the frozen numbers
(`graph.one_person.numbers`), so that adding strangers to a workspace changes no pair, and the same
tables give the same weights on any machine. Splink and DuckDB are loaded here only.
"""

from __future__ import annotations

from typing import Any

import duckdb
import polars as pl
import splink.comparison_level_library as levels
from splink import DuckDBAPI, Linker, SettingsCreator
from splink.blocking_rule_library import CustomRule
from splink.comparison_library import CustomComparison

from graph.one_person.numbers import Compared, Level, Numbers

COMPARED = ("handle", "name", "bio", "details", "texts", "phrases", "pictures")
"""Comparisons, each a column of weights."""
LISTS = ("phones", "own_contacts", "details_two", "details_few", "details_many", "texts_two",
         "texts_more", "phrases", "pictures")  # fmt: skip
POINTS = "points"
"""Instead of a list: one account's own contacts among the other's details."""
WITH_FREQUENCY = ("handle", "stem", "name", "bio")
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "temp_directory": "",
}
"""DuckDB fetches nothing, and writes nothing of a workspace outside of it."""
_ROWS = {
    "row": pl.Int64(), "account_key": pl.String(), "keys": pl.List(pl.String()),
    **dict.fromkeys(WITH_FREQUENCY, pl.String()),
    **{f"tf_{column}": pl.Float64() for column in WITH_FREQUENCY},
    **dict.fromkeys(LISTS, pl.List(pl.String())),
}  # fmt: skip


def weigh_pairs(rows: pl.DataFrame, numbers: Numbers) -> pl.DataFrame:
    """Compare the descriptions that share a key.

    Parameters
    ----------
    rows : polars.DataFrame
        ``row account_key keys``, the columns `WITH_FREQUENCY` and ``tf_`` of each, and `LISTS`
        (null: nothing to compare); ``row`` unique.
    numbers : Numbers
        The frozen numbers.

    Returns
    -------
    polars.DataFrame
        ``row_a row_b`` (of different accounts, ``row_a`` < ``row_b``), and for each of `COMPARED`
        ``bits_<name>`` (0: not compared) and ``level_<name>`` (-1: not compared, 0: they differ,
        else the higher the stronger); sorted.
    """
    if rows.filter(pl.col("keys").list.len() > 0).is_empty():
        return _no_pairs()
    database = duckdb.connect(config=OFFLINE)
    try:
        given = rows.select(pl.col(name).cast(kind) for name, kind in _ROWS.items())
        db_api = DuckDBAPI(connection=database)
        linker = Linker(db_api.register(given.to_arrow()), _settings(numbers), log_level=None)
        found = linker.inference.predict().as_duckdbpyrelation().to_arrow_table()
    finally:
        database.close()
    return _as_pairs(pl.DataFrame(pl.from_arrow(found)))


def _no_pairs() -> pl.DataFrame:
    """No pairs at all."""
    bits = {f"bits_{name}": pl.Float64() for name in COMPARED}
    level = {f"level_{name}": pl.Int64() for name in COMPARED}
    return pl.DataFrame(schema={"row_a": pl.Int64(), "row_b": pl.Int64(), **bits, **level})


def _as_pairs(found: pl.DataFrame) -> pl.DataFrame:
    """Splink's predictions as weights per comparison, adjusted for how common the value is."""
    adjusted = [
        pl.sum_horizontal(
            pl.col(column) for column in (f"mw_{name}", f"mw_tf_adj_{name}") if column in found
        ).alias(f"bits_{name}")
        for name in COMPARED
    ]
    level = [pl.col(f"gamma_{name}").cast(pl.Int64).alias(f"level_{name}") for name in COMPARED]
    ends = [
        pl.min_horizontal("row_l", "row_r").alias("row_a"),
        pl.max_horizontal("row_l", "row_r").alias("row_b"),
    ]
    return found.select(*ends, *adjusted, *level).sort("row_a", "row_b")


def _settings(numbers: Numbers) -> SettingsCreator:
    """What is compared, and how each way of agreeing weighs."""
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="row",
        probability_two_random_records_match=numbers.prior,
        blocking_rules_to_generate_predictions=[
            CustomRule(
                "l.keys = r.keys and l.account_key <> r.account_key", arrays_to_explode=["keys"]
            )
        ],
        comparisons=[
            _handles(numbers),
            _same("name", numbers.name, numbers.name.same, numbers),
            _same("bio", numbers.bio, numbers.bio.same, numbers),
            _lists("details", numbers.details, numbers, [
                (numbers.details.points, POINTS, 1),
                (numbers.details.several, "details_two", 2),
                (numbers.details.one, "details_two", 1),
                (numbers.details.few, "details_few", 1),
                (numbers.details.many, "details_many", 1),
            ], shown="phones"),
            _lists("texts", numbers.texts, numbers, [
                (numbers.texts.several, "texts_two", 5),
                (numbers.texts.few, "texts_two", 3),
                (numbers.texts.two, "texts_more", 2),
                (numbers.texts.one, "texts_more", 1),
            ], shown="texts_more"),
            _lists("phrases", numbers.phrases, numbers, [
                (numbers.phrases.several, "phrases", numbers.phrases.several_phrases),
                (numbers.phrases.few, "phrases", numbers.phrases.few_phrases),
                (numbers.phrases.one, "phrases", numbers.phrases.least),
            ], shown="phrases"),
            _lists("pictures", numbers.pictures, numbers, [
                (numbers.pictures.few, "pictures", 3),
                (numbers.pictures.two, "pictures", 2),
                (numbers.pictures.one, "pictures", 1),
            ], shown="pictures"),
        ],
        retain_intermediate_calculation_columns=True,
    )  # fmt: skip


def _handles(numbers: Numbers) -> CustomComparison:
    """The same handle, the same letters in it, or letters that differ in one place."""
    model = numbers.handle
    long = f"least(len(stem_l), len(stem_r)) >= {model.many_letters}"
    return CustomComparison(
        output_column_name="handle",
        comparison_levels=[
            _null("handle_l is null or handle_r is null"),
            _common("handle_l = handle_r", model.same, "handle", numbers),
            _common("stem_l = stem_r", model.letters, "stem", numbers),
            _common(f"{long} and levenshtein(stem_l, stem_r) = 1", model.near, "stem", numbers),
            _otherwise(model),
        ],
    )


def _same(column: str, model: Compared, level: Level, numbers: Numbers) -> CustomComparison:
    """The same value, weighed by how common it is."""
    return CustomComparison(
        output_column_name=column,
        comparison_levels=[
            _null(f"{column}_l is null or {column}_r is null"),
            _common(f"{column}_l = {column}_r", level, column, numbers),
            _otherwise(model),
        ],
    )


def _lists(
    name: str,
    model: Compared,
    numbers: Numbers,
    agreeing: list[tuple[Level, str, int]],
    shown: str,
) -> CustomComparison:
    """So many values in common of one list or another; who shows none of a kind differs in none."""
    nothing = (f"coalesce(len({shown}_{side}), 0) = 0" for side in "lr")
    return CustomComparison(
        output_column_name=name,
        comparison_levels=[
            *(
                levels.CustomLevel(_in_common(column, least), f"{least} {column}").configure(
                    m_probability=level.agree,
                    u_probability=level.strangers / numbers.population,
                )
                for level, column, least in agreeing
            ),
            _null(" or ".join(nothing)),
            _otherwise(model),
        ],
    )


def _in_common(column: str, least: int) -> str:
    """So many values of a list in common; or one account shows what the other is."""
    if column == POINTS:
        return " or ".join(
            f"len(list_intersect(own_contacts_{one}, details_two_{other})) >= {least}"
            for one, other in ("lr", "rl")
        )
    return f"len(list_intersect({column}_l, {column}_r)) >= {least}"


def _common(sql: str, level: Level, column: str, numbers: Numbers) -> Any:
    """A way of agreeing whose chance is the value's frequency."""
    return levels.CustomLevel(sql, sql).configure(
        m_probability=level.agree,
        u_probability=level.strangers / numbers.population,
        tf_adjustment_column=column,
        disable_tf_exact_match_detection=True,
    )


def _null(sql: str) -> Any:
    """Nothing to compare: missing counts zero."""
    return levels.CustomLevel(sql, "not compared").configure(is_null_level=True)


def _otherwise(model: Compared) -> Any:
    """Both say something, and differ; strangers almost always do."""
    return levels.ElseLevel().configure(m_probability=model.otherwise, u_probability=1.0)
