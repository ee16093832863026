"""The sample report as PDF, written once, and any other report on demand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.report.pdf import write_pdf
from tests.app.report.sample import full_report


@pytest.fixture(scope="session")
def full_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The full sample as PDF."""
    path = tmp_path_factory.mktemp("pdf") / "full.pdf"
    write_pdf(full_report(), path)
    return path


@pytest.fixture
def written(tmp_path: Path) -> Callable[[dict[str, Any]], Path]:
    """Write a report and say where it is."""

    def write(report: dict[str, Any]) -> Path:
        write_pdf(report, tmp_path / "report.pdf")
        return tmp_path / "report.pdf"

    return write
