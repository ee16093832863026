"""``make bench``, part pages: server time of every page's script over a large workspace."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from graph import server
from graph.server.process import stop_all
from graph.workspace import open_workspace
from tests.bench.pages.made import WHO, make_workspace
from tests.bench.pages.subjects import opened_pages
from tests.bench.pages.timed import time_page

RUNS = 50
ASKED_SECONDS, ASKED_POSTS = 0.3, 1_000_000


def report(posts: int, seed: int, folder: Path | None) -> None:
    """Print, for each page, how long its script takes at first and when it runs again.

    Parameters
    ----------
    posts : int
        About how many posts the workspace has.
    seed : int
        Of the planted history that it is made of.
    folder : Path or None
        A workspace made before, with its graph and a detection, to measure instead.
    """
    print(
        f"\nserver time of a page's script, {RUNS} runs each after the first; asked for a 95th "
        f"percentile of {ASKED_SECONDS * 1000:.0f} ms at {ASKED_POSTS:,} posts"
    )
    with tempfile.TemporaryDirectory() as made:
        if folder is None:
            print(f"  a planted history of about {posts:,} posts, seed {seed}")
            workspace = make_workspace(Path(made), posts, seed)
        else:
            workspace = open_workspace(folder, create=False)
        connection = server.connect(workspace)
        os.environ.update(SPOOR_WORKSPACE=str(workspace.root), SPOOR_USER=WHO)
        try:
            for name, opened in opened_pages(connection).items():
                found = time_page(opened, RUNS)
                print(
                    f"  {name:<16} {len(opened)} opened: first {found.cold * 1000:>6.0f} ms, then "
                    f"median {found.half * 1000:>5.0f}, 95th percentile "
                    f"{found.most * 1000:>5.0f} ms"
                    + (f"; NOT SHOWN: {found.failed[0]}" if found.failed else ""),
                    flush=True,
                )
        finally:
            stop_all(workspace.neo4j)
