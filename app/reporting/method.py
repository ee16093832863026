"""How a report was made, for whoever has to answer for it."""

from __future__ import annotations

from app.reporting.compared import Compared
from graph.lifecycle.silence import LEAST_PATIENCE_DAYS, USUAL_GAPS
from graph.lifecycle.standing import LEAST_STABILITY


def method_data(found: Compared) -> list[dict[str, str]]:
    """Say how the report was made: headings and texts."""
    now, before = found.now, found.before
    compared = (
        f"What was known by the end of {before.as_of} (snapshot {before.snapshot}) with what was "
        f"known by the end of {now.as_of} (snapshot {now.snapshot})."
        if before
        else f"Nothing was known by the end of {found.period.start}; this is the first report. "
        f"It tells what was known by the end of {now.as_of} (snapshot {now.snapshot})."
    )
    settings = now.settings
    return [
        {"heading": "What is compared", "text": f"{compared} Both were made with the same settings "
         f"and the same calibration, {now.calibration}: method {settings.method}, seed "
         f"{settings.seed}, layers {', '.join(settings.layers)}."},
        {"heading": "What a cluster is", "text": "Accounts that evidence ties together strongly "
         "enough to be put before a person: a lead, not a verdict. Evidence does not fade: "
         "accounts that once shared a bank account stay linked. What fades is activity."},
        {"heading": "When an account is not seen any more", "text": "When it has been silent for "
         f"{USUAL_GAPS} times its usual gap between posts, and for {LEAST_PATIENCE_DAYS} days at "
         "least, counting only days on which its groups were observed. Why is not known. Where "
         "nobody looked, nothing is said."},
        {"heading": "When an event is reported", "text": "When it holds in at least "
         f"{LEAST_STABILITY:.0%} of the runs in which evidence is left out at random, the same on "
         "both days. Events that hold in fewer are listed as unsure, and told once they do."},
        {"heading": "How events are ranked", "text": "By surprise, in bits: how rare such a change "
         "is in the time, at expected rates that are fixed in the program. The ranking decides "
         "what comes first, and nothing else."},
        {"heading": "How clusters are known again", "text": "By the accounts they have in common, "
         "weighed by how firmly these belong (after Greene, Doyle and Cunningham 2010). A cluster "
         "keeps its id for as long as most of it stays together."},
    ]  # fmt: skip
