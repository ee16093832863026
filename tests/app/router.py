"""The pages that the router lists."""

from __future__ import annotations

import ast

from tests.app.conftest import MAIN


def router_pages() -> list[str]:
    """Name the pages, in order; the router is a script and cannot be imported."""
    for statement in ast.parse(MAIN.read_text("utf-8")).body:
        if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "PAGES":
            parts: dict[str, dict[str, str]] = ast.literal_eval(statement.value)
            return [name for part in parts.values() for name in part]
    raise AssertionError("the router lists no pages")
