"""Link accounts with Splink; run by the benchmark in an environment of its own."""

import json
import logging
import sys
import time

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

EXACT = ("phones", "banks", "emails", "messengers")
"""Columns of contact details; each blocks, and each is compared by how much two lists share."""
COPIED = ("texts", "pictures")
THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.99, 0.999)


def main() -> None:
    """Read accounts from Parquet, write clusters at each threshold, print what it took."""
    logging.disable(logging.WARNING)
    accounts, folder = sys.argv[1:]
    begun = time.perf_counter()
    database = duckdb.connect()
    rows = database.read_parquet(accounts).to_arrow_table()
    db_api = DuckDBAPI(connection=database)
    linker = Linker(db_api.register(rows), _settings())
    _train(linker)
    pairs = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    for threshold in THRESHOLDS:
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(
            pairs, threshold_match_probability=threshold
        )
        several = (
            f"select cluster_id::varchar as cluster_id, account_key from {found.physical_name} "
            "qualify count(*) over (partition by cluster_id) > 1"
        )
        database.sql(several).write_parquet(f"{folder}/{threshold}.parquet")
    print(json.dumps({"seconds": time.perf_counter() - begun, "thresholds": THRESHOLDS}))


def _settings() -> SettingsCreator:
    """Accounts that share a detail, a text or a picture are compared in all of them."""
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="account_key",
        comparisons=[
            *(cl.ArrayIntersectAtSizes(column, [2, 1]) for column in (*EXACT, *COPIED)),
            cl.ArrayIntersectAtSizes("groups", [3, 2, 1]),
            cl.JaroWinklerAtThresholds("handle", [0.95, 0.88]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on(column, arrays_to_explode=[column]) for column in (*EXACT, *COPIED)
        ],
        retain_intermediate_calculation_columns=False,
    )


def _train(linker: Linker) -> None:
    """Estimate the prior, u from random pairs and m by expectation-maximisation."""
    rules = [block_on(column, arrays_to_explode=[column]) for column in ("phones", "banks")]
    linker.training.estimate_probability_two_random_records_match(rules, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=2_000_000, seed=1)
    for column in ("phones", "texts"):
        linker.training.estimate_parameters_using_expectation_maximisation(
            block_on(f"{column}[1]"), fix_u_probabilities=True
        )


main()
