"""The message about a weekly report: counts and clusters' ids, never a name or a detail."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from app.mailing import MailSettings, domain_of
from app.weekly.noted import Reported
from app.words import count
from graph.workspace import Workspace

MOST_CLUSTERS = 20
_CLUSTER = re.compile(r"C[0-9a-f]{8}")


def letter_about(
    made: Reported, settings: MailSettings, workspace: Workspace, at: datetime
) -> EmailMessage:
    """Write the message about a report.

    Parameters
    ----------
    made : Reported
    settings : MailSettings
    workspace : Workspace
        Only its random id goes into the message's own, as a fingerprint.
    at : datetime
        When it is sent; with a time zone.

    Returns
    -------
    EmailMessage
        The same but for its date whenever it is made, so that a message which is sent twice can be
        known as the same.
    """
    letter = EmailMessage(policy=SMTP)
    letter["Subject"] = f"[Spoor] {made.week}: {of_note(made.notable)}"
    letter["From"] = settings.sender
    letter["To"] = ", ".join(settings.to)
    letter["Date"] = format_datetime(at)
    letter["Message-ID"] = _own_id(made, settings, workspace)
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content("\n".join(_lines(made)) + "\n", charset="utf-8")
    return letter


def of_note(notable: int) -> str:
    """Say how many changes are of note.

    >>> of_note(3), of_note(0)
    ('3 changes of note', 'nothing of note')
    """
    return f"{count(notable, 'change')} of note" if notable else "nothing of note"


def _lines(made: Reported) -> Iterator[str]:
    """Write the message's text."""
    yield (
        f"Week {made.week}: {of_note(made.notable)}, {count(made.followed, 'cluster')} followed, "
        f"{count(made.not_collected, 'place')} not collected. The report is in the workspace."
    )
    if made.watch_hits:
        yield f"{count(made.watch_hits, 'hit')} of what is watched."
    clusters = [each for each in made.clusters if _CLUSTER.fullmatch(each)]
    if clusters:
        yield f"Clusters: {', '.join(clusters[:MOST_CLUSTERS])}."
    if len(clusters) > MOST_CLUSTERS:
        yield f"And {count(len(clusters) - MOST_CLUSTERS, 'more cluster')}."


def _own_id(made: Reported, settings: MailSettings, workspace: Workspace) -> str:
    """Name the message after the report that it is about."""
    about = "\n".join((workspace.id, made.week, made.snapshot))
    name = hashlib.sha256(about.encode()).hexdigest()[:24]
    return f"<spoor.{made.week}.{name}@{domain_of(settings.sender)}>"
