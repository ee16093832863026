"""The report of changes: what became of networks between two days, gathered and written."""

from app.reporting.making import make_report, make_reports
from app.reporting.period import Asked, Period, period_of
from app.reporting.writing import Written, name_of, write_report

__all__ = [
    "Asked",
    "Period",
    "Written",
    "make_report",
    "make_reports",
    "name_of",
    "period_of",
    "write_report",
]
