"""The unattended run: what is new in a folder taken in, weeks that are over reported and mailed."""

from app.weekly.result import Done
from app.weekly.running import plan_weekly, run_weekly
from app.weekly.setting import Setting
from app.weekly.settings import WeeklySettings, read_options, read_weekly_settings

__all__ = [
    "Done",
    "Setting",
    "WeeklySettings",
    "plan_weekly",
    "read_options",
    "read_weekly_settings",
    "run_weekly",
]
