"""For maintainers: write ``neo4j-jars.json`` for another Neo4j version.

``python -m graph.server.jars_lock 5.26.24`` lets jgo resolve the dependencies of Neo4j Community
(minutes), fetches every jar, and writes its coordinates and SHA-256 to the lock file.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jgo.maven import Artifact, MavenContext

from graph.server.jars import LOCK_FILE, THREADS


def write_lock(version: str, target: Path) -> None:
    """Write the lock file of a Neo4j version.

    Parameters
    ----------
    version : str
        Version of ``org.neo4j:neo4j``.
    target : Path
        The lock file, written anew.
    """
    with tempfile.TemporaryDirectory() as folder:
        context = MavenContext(repo_cache=Path(folder))
        root = context.create_dependency(f"org.neo4j:neo4j:{version}")
        inputs, transitive = context.resolver.resolve([root])
        artifacts = [dependency.artifact for dependency in inputs + transitive]
        with ThreadPoolExecutor(THREADS) as pool:
            jars = sorted(pool.map(_lock, artifacts), key=lambda jar: list(jar.values()))
    lines = ",\n".join(f"  {json.dumps(jar)}" for jar in jars)
    target.write_text(f'{{"version": "{version}", "jars": [\n{lines}\n]}}\n', encoding="utf-8")


def _lock(artifact: Artifact) -> dict[str, str]:
    """Fetch one jar and write down what it is."""
    jar = {
        "group": artifact.groupId,
        "artifact": artifact.artifactId,
        "version": artifact.version,
        "classifier": artifact.classifier,
        "sha256": hashlib.sha256(artifact.resolve().read_bytes()).hexdigest(),
    }
    return {name: value for name, value in jar.items() if value}


if __name__ == "__main__":
    write_lock(sys.argv[1], Path(__file__).with_name(LOCK_FILE))
