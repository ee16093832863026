"""Take one file into an empty workspace's archive; run by the benchmark in a process of its own."""

import json
import sys
import tempfile
import time
from pathlib import Path

from graph.workspace import open_workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.intake import ingest
from ingest.readers.options import ReadOptions
from tests.bench.machine import peak_memory


def main() -> None:
    """Print how long archiving and extraction took, what was read, and the most memory used."""
    file = Path(sys.argv[1])
    format_name = sys.argv[sys.argv.index("--format") + 1] if "--format" in sys.argv else None
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        workspace = open_workspace(Path(folder) / "workspace", create=True)
        begun = time.perf_counter()
        (source,) = ingest(
            workspace,
            [file],
            ReadOptions(time_zone="Asia/Jakarta", region="ID"),
            who="bench",
            format_name=format_name,
        ).sources
        archived = time.perf_counter()
        memory = peak_memory()
        if source.error:
            sys.exit(source.error)
        measured = {
            "seconds": archived - begun,
            "rows": source.rows_read,
            "posts": source.posts,
            "rejected": source.rows_rejected,
            "memory": memory,
        }
        if "--extract" in sys.argv:
            with workspace.writer():
                ensure_derived(workspace, Archive(workspace))
            measured["extract_seconds"] = time.perf_counter() - archived
            measured["extract_memory"] = peak_memory()
        print(json.dumps(measured))


main()
