"""Alternatives: the innocent explanations that are considered for every cluster."""

from __future__ import annotations

import polars as pl

WORDS = {
    "licensed business": (
        r"licen[cs]e|licencia|licença|permit|\bizin\b|\bsiup\b|giấy phép|ใบอนุญาต|许可|lizenz"
        r"|registered (?:company|business|breeder)|opening hours|\bvat\b|invoice"
    ),
    "family": r"my (?:husband|wife|brother|sister|son|daughter)|(?:suami|istri|kakak|adik) saya",
    "breeders' club": (
        r"\bclub\b|\bbreeders?\b|association|komunitas|asosiasi|klub|peternak|hội|สมาคม|协会|verein"
    ),
    "rescue": r"rescue|rehabilitat|sanctuary|\badopt|foster|penyelamatan|cứu hộ|救助",
    "campaign": r"petition|campaign|awareness|\bsave the\b|stop (?:the )?trade|kampanye|#save",
    "advance-fee scam": (
        r"deposit first|pay(?:ment)? in advance|advance payment|western union|moneygram"
        r"|gift ?card|shipping fee first|\bdp dulu\b|transfer dulu|đặt cọc trước"
    ),
    "same market or language": "",
}
"""Names in a fixed order, each with the words that speak for it (case is ignored)."""

MENTIONED = {
    "licensed business": "a licence, permit, registration or invoice",
    "family": "a relative of the writer",
    "breeders' club": "a club, association or breeders",
    "rescue": "rescue, rehabilitation or adoption",
    "campaign": "a petition or campaign",
    "advance-fee scam": "payment in advance",
}


def consider_alternatives(
    members: pl.DataFrame, posts: pl.DataFrame, reasons: pl.DataFrame
) -> pl.DataFrame:
    """List the alternative explanations of clusters, those with facts for them first.

    Parameters
    ----------
    members : polars.DataFrame
        ``cluster_id account_key``.
    posts : polars.DataFrame
        ``account_key text``.
    reasons : polars.DataFrame
        ``account_a account_b family counted``.

    Returns
    -------
    polars.DataFrame
        ``cluster_id alternatives alternatives_for``: a list of every name of `WORDS`, and beside it
        the facts that speak for each, empty where none was found. No fact uses nationality,
        language, religion or the origin of a name.
    """
    written = members.join(posts.select("account_key", "text"), on="account_key")
    per_name = [_spoken(written, name, pattern) for name, pattern in WORDS.items() if pattern] + [
        _market(members, reasons)
    ]
    order = pl.Enum(list(WORDS))
    found = pl.concat(per_name)
    every = (
        members.select("cluster_id").unique().join(pl.DataFrame({"name": list(WORDS)}), how="cross")
    )
    return (
        every.join(found, on=["cluster_id", "name"], how="left")
        .with_columns(rank=-pl.col("posts").fill_null(0), nth=pl.col("name").cast(order))
        .sort("cluster_id", "rank", "nth")
        .group_by("cluster_id", maintain_order=True)
        .agg(alternatives="name", alternatives_for=pl.col("speaks_for").fill_null(""))
    )


def _spoken(written: pl.DataFrame, name: str, pattern: str) -> pl.DataFrame:
    """Clusters in which posts mention what speaks for an alternative."""
    return (
        written.group_by("cluster_id")
        .agg(
            posts=pl.col("text").str.contains(f"(?i){pattern}").sum(),
            all=pl.len(),
        )
        .filter(pl.col("posts") > 0)
        .select(
            "cluster_id",
            name=pl.lit(name),
            posts=pl.col("posts").cast(pl.Int64),
            speaks_for=pl.format("{} of {} posts mention " + MENTIONED[name], "posts", "all"),
        )
    )


def _market(members: pl.DataFrame, reasons: pl.DataFrame) -> pl.DataFrame:
    """Clusters that no shared contact detail holds together."""
    inside = reasons.filter("counted").join(members, left_on="account_a", right_on="account_key")
    return (
        inside.group_by("cluster_id")
        .agg(identifiers=(pl.col("family") == "identifier").sum(), all=pl.len())
        .filter(pl.col("identifiers") == 0)
        .select(
            "cluster_id",
            name=pl.lit("same market or language"),
            posts=pl.col("all").cast(pl.Int64),
            speaks_for=pl.lit("no contact detail is shared, only texts or groups"),
        )
    )
