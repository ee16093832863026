"""An unattended run from folder to mail; cut off anywhere, the next one goes on from there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from app.mailing import MailNotSent, send
from app.reporting import Asked, make_report, write_report
from app.weekly.due import due_weeks
from app.weekly.letter import letter_about, of_note
from app.weekly.lock import alone
from app.weekly.noted import Reported, reported_of
from app.weekly.result import Done
from app.weekly.setting import Setting
from app.weekly.showing import show_now
from app.weekly.taking import look, take
from app.words import count
from ingest.archive import Archive
from ingest.tables import known_span


def run_weekly(given: Setting, *, reports: bool = True) -> Done:
    """Take in what is new, report the weeks that are over, show what is known now, and mail.

    Parameters
    ----------
    given : Setting
    reports : bool
        Whether reports are made.

    Returns
    -------
    Done

    Raises
    ------
    WorkspaceBusy
        If another such run is going on, or another command goes on writing.
    SpoorError
        As of `app.intake.take_in` and `app.reporting.make_report`; what was done until then
        stays.

    Notes
    -----
    Nothing is remembered but in the archive and in the journal, each of which is whole or
    unchanged after a crash: a source is new while the archive lacks its bytes, a week is due while
    the journal holds no report of it, a report is mailed while the journal holds no mail of it.
    """
    done = Done()
    with alone(given.workspace):
        unfinished = given.noted.is_unfinished()
        take(given, done)
        if reports:
            _report(given, done)
        show_now(given, done)
        if done.taken or done.reports or done.snapshot or unfinished:
            given.noted.note_run(
                taken=len(done.taken),
                failed=len(done.failed),
                waiting=len(done.waiting),
                reports=len(done.reports),
            )
        _mail(given, done)
    return done


def plan_weekly(given: Setting, *, reports: bool = True) -> Done:
    """Tell what a run would take in, and report of what is in the archive now; writes nothing."""
    done = Done()
    look(given, done)
    if reports:
        weeks, done.left = _due(given)
        done.reports = [{"week": week} for week in weeks]
        for week in weeks:
            given.say(f"{week}: would be reported, beside weeks that new files complete.")
    return done


def _due(given: Setting) -> tuple[list[str], int]:
    """Name the weeks to be reported in this run, and count those left to the next."""
    if not Archive(given.workspace).sources():
        return [], 0
    weeks = due_weeks(given.noted.weeks(), *known_span(given.workspace), datetime.now(UTC).date())
    most = given.settings.most_reports
    return weeks[:most], len(weeks[most:])


def _report(given: Setting, done: Done) -> None:
    """Report the weeks that are due."""
    weeks, done.left = _due(given)
    for week in weeks:
        report = make_report(
            given.workspace,
            Asked(week=week),
            who=given.who,
            open_store=given.open_store,
            steps=given.steps,
            on_wait=given.on_wait,
        )
        done.reports.append(_write(given, report))
    if done.left:
        given.say(f"{count(done.left, 'more week')} left to the next runs.")
    if not weeks:
        given.say("No week to be reported.")


def _write(given: Setting, report: dict[str, Any]) -> dict[str, Any]:
    """Write a report, and only then note that its week is reported."""
    made = reported_of(report)
    written = write_report(report, given.workspace.root / "reports" / made.week)
    given.noted.note_report(made, to_mail=given.mail is not None)
    given.say(f"{made.week}: reported, {of_note(made.notable)}; {written.html.parent}.")
    for notice in written.notices:
        given.complain(notice)
    return {
        "week": made.week,
        "folder": str(written.html.parent),
        "notable": made.notable,
        "notices": list(written.notices),
    }


def _mail(given: Setting, done: Done) -> None:
    """Mail the reports that are not mailed yet, until one cannot be."""
    waiting = given.noted.to_be_mailed() if given.mail is not None else []
    try:
        for made in waiting:
            _send(given, made)
            done.mailed = True
    except MailNotSent as error:
        done.mailed = False
        given.complain(str(error))


def _send(given: Setting, made: Reported) -> None:
    """Mail a report, and note it."""
    assert given.mail is not None
    letter = letter_about(made, given.mail, given.workspace, datetime.now(UTC))
    refused = send(given.mail, letter)
    given.noted.note_mail(made)
    given.say(f"{made.week}: mailed.")
    if refused:
        raise MailNotSent(f"{made.week}: the mail server refused {', '.join(refused)}.")
