"""The first half of an unattended run: taking in what is new."""

from __future__ import annotations

from app.intake import take_in
from app.rebuild import make_current
from app.watching import archived_now, hits_of_sources
from app.weekly.arrivals import Arrivals, find_arrivals
from app.weekly.due import end_of
from app.weekly.result import Done
from app.weekly.setting import Setting
from app.weekly.settings import read_options
from app.words import count
from ingest.archive import Archive
from ingest.report import SourceReport

KEPT = (
    "path", "sha256", "format", "rows_read", "rows_accepted", "rows_rejected", "rows_merged",
    "posts", "accounts",
)  # fmt: skip


def look(given: Setting, done: Done) -> Arrivals:
    """Look what is new, and say what waits or cannot be read."""
    arrivals = find_arrivals(
        given.workspace,
        given.folder,
        given.settings.settle_seconds,
        lambda path, number, in_all: given.steps("Looking for what is new", number, in_all),
    )
    given.say(
        f"{given.folder}: {count(len(arrivals.new), 'new source')}, {arrivals.known:,} known, "
        f"{count(len(arrivals.waiting), 'waiting file')}."
    )
    done.hidden = arrivals.hidden
    if arrivals.hidden:
        given.say(f"Passed over: {count(arrivals.hidden, 'hidden file')}.")
    done.taken = [{"path": path, "sha256": sha256} for sha256, path in arrivals.new.items()]
    for path, why in sorted(arrivals.waiting.items()):
        done.waiting.append({"path": path, "why": why})
        given.say(f"{path}: waits for the next run, because {why}.")
    for each in arrivals.refusals:
        _fail(given, done, each.path, each.reason)
    return arrivals


def take(given: Setting, done: Done) -> None:
    """Take in what is new; where nothing is, finish what a run that was cut off began."""
    arrivals = look(given, done)
    done.taken = []
    if not arrivals.new:
        if given.noted.is_unfinished():
            _finish_loading(given)
        return
    before = archived_now(given.workspace)
    report = take_in(
        given.workspace,
        [given.folder],
        who=given.who,
        options=read_options(given.workspace, given.settings),
        custody=given.settings.custody,
        open_store=given.open_store,
        reading=lambda path, size, in_all: given.steps(f"Reading {path}", size, in_all),
        steps=given.steps,
        on_wait=given.on_wait,
        pictures=given.settings.pictures,
        passed_over=lambda path: path not in arrivals.files,
    )
    for source in report.sources:
        if source.error:
            _fail(given, done, source.path, source.error)
        elif source.sha256 and arrivals.new.get(source.sha256) == source.path:
            _note_taken(given, done, source)
    _ask_about_own(given, sum(len(each.suggested_own) for each in report.sources))
    if before is not None:
        taken = {each["sha256"] for each in done.taken}
        done.watch_hits = hits_of_sources(given.workspace, taken)["watches"]
        if done.watch_hits:
            given.say(f"{count(len(done.watch_hits), 'watch was', 'watches were')} hit.")
    _note_late(given, done)


def _note_taken(given: Setting, done: Done, source: SourceReport) -> None:
    """Say what was read of a new source."""
    done.taken.append({name: getattr(source, name) for name in KEPT})
    given.say(
        f"{source.path}: taken in as {source.format}, {count(source.rows_read, 'row')} read, "
        f"{source.rows_accepted:,} accepted, {source.rows_rejected:,} rejected."
    )
    if source.warning:
        given.complain(source.warning)


def _fail(given: Setting, done: Done, path: str, error: str) -> None:
    """Say once that something could not be read."""
    if path not in {each["path"] for each in done.failed}:
        done.failed.append({"path": path, "error": error})
        given.complain(error)


def _ask_about_own(given: Setting, many: int) -> None:
    """Say how many accounts wait for a person to say whether they are our own side's."""
    if many:
        given.complain(
            f"{count(many, 'account')} in what is new may be your own side's; `spoor own` lists "
            "them and keeps them out."
        )


def _note_late(given: Setting, done: Done) -> None:
    """Say which sources tell only of weeks that were reported already."""
    weeks = given.noted.weeks()
    if not weeks:
        return
    end = end_of(max(weeks))
    archive = Archive(given.workspace)
    for each in done.taken:
        if archive.source(each["sha256"]).known_at_latest[:10] <= end:
            done.late.append(each["path"])
            given.say(
                f"{each['path']}: came after the report on all that it tells of; "
                "`spoor report --week WEEK` makes a report again."
            )


def _finish_loading(given: Setting) -> None:
    """Load what a run that was cut off has archived and not loaded."""
    with given.workspace.writer(on_wait=given.on_wait):
        make_current(given.workspace, who=given.who, open_store=given.open_store, steps=given.steps)
