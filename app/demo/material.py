"""The demonstration's material: fictional exports and tables as collectors hold them, of two weeks.

All names, numbers, addresses and handles are invented (`app.demo.invent` says how); the
advertisements are ordinary ones. The material is the same whenever and wherever it is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from app.demo.calendar import EXPORTED_AT, WEEKS, week_of
from app.demo.facebook_rows import MAPPING, member_rows, post_rows
from app.demo.people import Post
from app.demo.places import EXPORTED_ALONE
from app.demo.spotter_rows import spotter_rows
from app.demo.table_files import write_csv, write_xlsx
from app.demo.telegram_account import write_account
from app.demo.telegram_export import write_chat
from app.demo.telegram_messages import Form
from app.demo.timeline import Entry
from app.demo.truth import PlantedTruth
from app.demo.whatsapp_export import write_whatsapp
from app.demo.world import World, make_world
from ingest.readers.mapping import load_mapping
from ingest.readers.options import ReadOptions

COLLECTOR_ZONE, SPOTTER_ZONE = "Asia/Jakarta", "Europe/Berlin"
COUNTRY = "ID"


@dataclass(frozen=True)
class Material:
    """A file of the demonstration.

    Attributes
    ----------
    title, week : str
        What it is, and of which week.
    path : Path
        Where it is.
    options : ReadOptions
        What its reader has to be told.
    """

    title: str
    week: str
    path: Path
    options: ReadOptions


def write_demo(folder: Path) -> list[Material]:
    """Write the demonstration's material.

    Parameters
    ----------
    folder : Path
        Where to; made if need be. Files of an earlier run are written anew.

    Returns
    -------
    list of Material
        Five files for each of two weeks, in ``2026-W45/`` and ``2026-W46/``: Telegram Desktop's
        exports of one chat and of a whole account (in the first week by an old version of the
        program), a WhatsApp chat as a zip, a scraper's table of Facebook posts (whose columns
        a mapping explains), and a spreadsheet that volunteers keep; in the first week also a
        list of Facebook members. A few rows cannot be read, on purpose.
    """
    world = make_world()
    folder.mkdir(parents=True, exist_ok=True)
    mapping = folder / "facebook-columns.yaml"
    mapping.write_text(MAPPING, encoding="utf-8", newline="\n")
    return [file for week in WEEKS for file in _Week(world, week, folder / week, mapping).files()]


def planted_truth() -> PlantedTruth:
    """Tell what was planted; it is in no file."""
    return make_world().truth


@dataclass(frozen=True)
class _Week:
    """What is collected at the end of a week."""

    world: World
    week: str
    folder: Path
    mapping: Path

    def files(self) -> list[Material]:
        """Write the week's files."""
        day = f"{EXPORTED_AT[self.week]:%Y-%m-%d}"
        for name in ("ChatExport", "DataExport"):
            (self.folder / f"{name}_{day}").mkdir(parents=True, exist_ok=True)
        chat = self.folder / f"ChatExport_{day}" / "result.json"
        account = self.folder / f"DataExport_{day}" / "result.json"
        return [*self._telegram(chat, account), self._whatsapp(), *self._facebook(), self._sheet()]

    def _telegram(self, chat: Path, account: Path) -> list[Material]:
        """Export what is new on Telegram: one chat by itself, the others with the account."""
        entries = [entry for entry in self._new() if _platform(entry) == "telegram"]
        alone = [entry for entry in entries if _group_name(entry) == EXPORTED_ALONE]
        others = [entry for entry in entries if _group_name(entry) != EXPORTED_ALONE]
        zone = ZoneInfo(COLLECTOR_ZONE)
        group = alone[0].group
        assert group is not None
        write_chat(chat, group, alone, Form(is_old=False, zone=zone))
        form = Form(is_old=self.week == WEEKS[0], zone=zone)
        write_account(account, self.world.collector, others, form)
        return [
            Material("Telegram chat", self.week, chat, self._told(COLLECTOR_ZONE, COUNTRY)),
            Material(
                f"Telegram account{', old form' * form.is_old}",
                self.week,
                account,
                self._told(COLLECTOR_ZONE),
            ),
        ]

    def _whatsapp(self) -> Material:
        """Export the WhatsApp chat, as always from its beginning."""
        entries = [
            entry
            for entry in self.world.entries
            if _platform(entry) == "whatsapp" and entry.posted_at <= EXPORTED_AT[self.week]
        ]
        group = entries[0].group
        assert group is not None
        zone = ZoneInfo(COLLECTOR_ZONE)
        path = write_whatsapp(self.folder, group, entries, self.world.collector, zone)
        return Material("WhatsApp chat", self.week, path, self._told(COLLECTOR_ZONE, COUNTRY))

    def _facebook(self) -> list[Material]:
        """Write the scraper's table, and in the first week a list of members."""
        posts = [post for post in self._posts("facebook") if post.text is not None]
        table = write_csv(self.folder / "facebook-posts.csv", post_rows(posts, self.week))
        told = self._told()
        mapped = ReadOptions(mapping=load_mapping(self.mapping), collected_at=told.collected_at)
        found = [Material("Facebook posts, scraped", self.week, table, mapped)]
        if self.week == WEEKS[0]:
            rows = member_rows(self.world.accounts, EXPORTED_AT[self.week])
            members = write_csv(self.folder / "facebook-members.csv", rows)
            found.append(Material("Facebook members", self.week, members, told))
        return found

    def _sheet(self) -> Material:
        """Write the volunteers' sheet."""
        adverts = [
            post
            for post in self._posts("facebook", "instagram", "telegram")
            if post.currency is not None and post.card is None
        ]
        rows = spotter_rows(adverts, self.week, ZoneInfo(SPOTTER_ZONE))
        path = write_xlsx(self.folder / "cyber-spotters.xlsx", "sightings", rows)
        return Material("Volunteers' sheet", self.week, path, self._told(SPOTTER_ZONE))

    def _told(self, time_zone: str | None = None, region: str | None = None) -> ReadOptions:
        """Put down what the reader has to be told."""
        return ReadOptions(time_zone=time_zone, region=region, collected_at=EXPORTED_AT[self.week])

    def _new(self) -> list[Entry]:
        """List what was said and happened since the last week."""
        return [entry for entry in self.world.entries if week_of(entry.posted_at) == self.week]

    def _posts(self, *platforms: str) -> list[Post]:
        """List what was said on some platforms since the last week."""
        return [
            entry
            for entry in self._new()
            if isinstance(entry, Post) and _platform(entry) in platforms
        ]


def _platform(entry: Entry) -> str:
    """Tell where something was said or happened."""
    return entry.account.platform


def _group_name(entry: Entry) -> str | None:
    """Tell in which group something was said or happened."""
    return entry.group.name if entry.group is not None else None
