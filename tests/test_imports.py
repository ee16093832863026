"""The folders import one way only: queries <- graph <- ingest <- app."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ["queries", "graph", "ingest", "app"]
KNOWS_NEO4J = re.compile(r"graph/(store|server/\w+)\.py")
SOURCES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Modules that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_layer_imports_only_those_below_it(path: Path) -> None:
    layer = path.relative_to(ROOT).parts[0]
    above = set(LAYERS[LAYERS.index(layer) + 1 :])
    assert not {name.split(".")[0] for name in imported(path)} & (above | {"tests"})


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_store_and_the_server_know_neo4j(path: Path) -> None:
    if not KNOWS_NEO4J.fullmatch(path.relative_to(ROOT).as_posix()):
        assert "neo4j" not in {name.split(".")[0] for name in imported(path)}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_app_knows_streamlit(path: Path) -> None:
    relative = str(path.relative_to(ROOT))
    pages = relative in {"app/main.py", "app/session.py"} or relative.startswith("app/views/")
    if not pages:
        assert not {"streamlit", "streamlit_extras"} & {
            name.split(".")[0] for name in imported(path)
        }


def test_no_file_of_the_app_is_named_after_a_package() -> None:
    packages = {"queries", "graph", "ingest", "app", "tests", "neo4j", "streamlit", "pandas"}
    inside = {path.stem for path in (ROOT / "app").glob("*.py")} - {"__init__"}
    assert not inside & packages


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300
