"""Neo4j's program files: fetched once per user from the lock file, checked before every start.

``neo4j-jars.json`` names every jar by coordinates and SHA-256; ``python -m graph.server.jars_lock
VERSION`` writes it anew.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import logging
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cache import cache_folder
from graph.errors import StoreUnavailable

THREADS = 16
ATTEMPTS = 3
TIMEOUT_SECONDS = 10
LOCK_FILE = "neo4j-jars.json"
if TYPE_CHECKING:
    from jgo.maven import MavenContext

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Jar:
    """One jar of the lock file.

    Attributes
    ----------
    group, artifact, version, classifier : str
        Maven coordinates; ``classifier`` is empty for all but native parts.
    sha256 : str
        What the file must hash to, in hexadecimal.
    """

    group: str
    artifact: str
    version: str
    sha256: str
    classifier: str = ""

    @property
    def filename(self) -> str:
        """The file's name in the cache, unique in the lock file."""
        classifier = f"-{self.classifier}" if self.classifier else ""
        return f"{self.artifact}-{self.version}{classifier}.jar"


@dataclass(frozen=True)
class JarSet:
    """The jars of one Neo4j version.

    Attributes
    ----------
    version : str
        Neo4j's version.
    jars : tuple of Jar
        All of them, in the order of the class path.
    """

    version: str
    jars: tuple[Jar, ...]


class _WrongHashError(Exception):
    """A fetched jar is not the one that the lock file names."""


def locked_jars() -> JarSet:
    """Read the lock file that is shipped with the program."""
    lock = json.loads((resources.files("graph.server") / LOCK_FILE).read_text(encoding="utf-8"))
    return JarSet(lock["version"], tuple(Jar(**jar) for jar in lock["jars"]))


def fetch_jars(jar_set: JarSet | None = None, *, progress: Progress | None = None) -> list[Path]:
    """Make sure that every jar is in the cache and is the right one.

    Parameters
    ----------
    jar_set : JarSet, optional
        What to fetch; by default what the shipped lock file names.
    progress : callable, optional
        Called with (jars done, jars in all) while jars are being fetched, from this thread;
        not called when nothing is missing.

    Returns
    -------
    list of Path
        The jars in the order of the class path, each checked against its SHA-256 just now.

    Raises
    ------
    StoreUnavailable
        If jars are missing and there is no network, no room or no permission, or if a fetched
        jar is not the one that the lock file names. What was fetched until then is kept.

    Notes
    -----
    The network is not touched when all jars are present. A jar that hashes differently, such as
    one cut short, is removed and fetched again. Two processes may call this at once: the second
    waits. ``$SPOOR_MAVEN_URL`` names a Maven mirror to fetch from.
    """
    wanted = locked_jars() if jar_set is None else jar_set
    folder = cache_folder() / f"neo4j-{wanted.version}"
    try:
        if missing := _missing(wanted.jars, folder):
            folder.mkdir(parents=True, exist_ok=True)
            with _alone(folder):
                missing = _missing(missing, folder)
                _fetch_all(missing, len(wanted.jars), folder, progress)
    except OSError as error:
        raise StoreUnavailable(_explain(error, folder)) from None
    return [folder / jar.filename for jar in wanted.jars]


def _missing(jars: tuple[Jar, ...], folder: Path) -> tuple[Jar, ...]:
    """List the jars that are absent from the folder or not what the lock file names."""
    with ThreadPoolExecutor(THREADS) as pool:
        hashes = pool.map(lambda jar: _sha256(folder / jar.filename), jars)
        return tuple(jar for jar, found in zip(jars, hashes, strict=True) if found != jar.sha256)


def _sha256(path: Path) -> str | None:
    """Hash a file, in hexadecimal; None where there is no file."""
    try:
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except FileNotFoundError:
        return None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process fetches into the folder; the lock dies with its process."""
    with (folder / ".fetching").open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _fetch_all(jars: tuple[Jar, ...], total: int, folder: Path, progress: Progress | None) -> None:
    """Fetch jars with many threads; the first failure stops those that have not begun."""
    from jgo.maven import MavenContext

    drafts = folder / ".drafts"
    shutil.rmtree(drafts, ignore_errors=True)
    logging.getLogger("jgo").setLevel(logging.ERROR)
    address = os.environ.get("SPOOR_MAVEN_URL", "").rstrip("/")
    context = MavenContext(
        repo_cache=drafts,
        remote_repos={"named": address} if address else None,
        timeout=TIMEOUT_SECONDS,
    )
    pool = ThreadPoolExecutor(THREADS)
    try:
        fetching = [pool.submit(_fetch, jar, folder, context) for jar in jars]
        for done, jar in enumerate(as_completed(fetching), start=total - len(jars) + 1):
            jar.result()
            if progress is not None:
                progress(done, total)
    finally:
        pool.shutdown(cancel_futures=True)
        shutil.rmtree(drafts, ignore_errors=True)


def _fetch(jar: Jar, folder: Path, context: MavenContext) -> None:
    """Fetch one jar under a draft name, check it, and only then give it its own name."""
    from requests import RequestException

    component = context.project(jar.group, jar.artifact).at_version(jar.version)
    artifact = component.artifact(classifier=jar.classifier, packaging="jar")
    draft = Path(artifact.cached_path or folder)
    for attempt in range(1, ATTEMPTS + 1):
        draft.unlink(missing_ok=True)
        try:
            artifact.resolve()
            if _sha256(draft) != jar.sha256:
                draft.unlink()
                raise _WrongHashError
        except (RequestException, RuntimeError, ValueError, LookupError, _WrongHashError) as error:
            if attempt == ATTEMPTS:
                raise StoreUnavailable(_explain_fetch(jar, error)) from None
        else:
            draft.replace(folder / jar.filename)
            return


def _explain_fetch(jar: Jar, error: Exception) -> str:
    """Say in one sentence why a jar could not be had and what to do."""
    if isinstance(error, _WrongHashError):
        return (
            f"{jar.filename}: what was fetched is not the file that Spoor was tested with "
            "(its SHA-256 differs) and was removed; fetch through another network, or set "
            "NEO4J_URI to a Neo4j that already runs."
        )
    return (
        f"Neo4j could not be fetched: {jar.filename} cannot be reached "
        f"({_reason(error)}); connect to the network and run `spoor neo4j fetch`, name a "
        "Maven mirror in SPOOR_MAVEN_URL, or set NEO4J_URI to a Neo4j that already runs."
    )


def _reason(error: Exception) -> str:
    """Name what went wrong with a fetch."""
    return "not found there" if isinstance(error, RuntimeError) else type(error).__name__


def _explain(error: OSError, folder: Path) -> str:
    """Say in one sentence why the cache cannot be written and what to do."""
    remedy = "name another folder in SPOOR_CACHE"
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        remedy = f"free 150 MB there or {remedy}"
    return f"{folder}: Neo4j's files cannot be stored here ({error.strerror or error}); {remedy}."
