"""Fetching Neo4j's jars from a small Maven repository on loopback."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import graph
from graph.cache import cache_folder
from graph.errors import StoreUnavailable
from graph.server.jars import Jar, JarSet, fetch_jars, locked_jars

CONTENTS = {name: name.encode() * 1000 for name in ("ant", "bee", "cat", "dog")}
JARS = JarSet(
    "0.1",
    tuple(
        Jar("org.example", name, "1.0", hashlib.sha256(content).hexdigest())
        for name, content in CONTENTS.items()
    ),
)
FETCH_IN_CHILD = """
import json, resource, sys
from graph.server.jars import Jar, JarSet, fetch_jars
from graph.errors import StoreUnavailable
order = json.load(sys.stdin)
if order["largest_file"]:
    resource.setrlimit(resource.RLIMIT_FSIZE, (order["largest_file"],) * 2)
try:
    fetch_jars(JarSet("0.1", tuple(Jar(**jar) for jar in order["jars"])))
except StoreUnavailable as error:
    sys.exit(str(error))
"""


class Repository:
    """A Maven repository that can be told to misbehave; counts what it was asked for."""

    def __init__(self) -> None:
        self.contents = dict(CONTENTS)
        self.cut_short: Counter[str] = Counter()
        self.held: set[str] = set()
        self.release = threading.Event()
        self.holding = threading.Event()
        self.asked: Counter[str] = Counter()
        repository = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                repository.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/maven"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        name = re.fullmatch(r"/maven/org/example/(\w+)/1\.0/\1-1\.0\.jar", request.path)
        if name is None or name[1] not in self.contents:
            request.send_error(404)
            return
        content = self.contents[name[1]]
        self.asked[name[1]] += 1
        request.send_response(200)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content[: len(content) // 2])
        request.wfile.flush()
        if name[1] in self.held:
            self.holding.set()
            self.release.wait(60)
        if self.cut_short[name[1]] > 0:
            self.cut_short[name[1]] -= 1
            request.close_connection = True
            return
        request.wfile.write(content[len(content) // 2 :])

    def close(self) -> None:
        self.release.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def repository() -> Iterator[Repository]:
    serving = Repository()
    yield serving
    serving.close()


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SPOOR_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("SPOOR_MAVEN_URL", repository.address)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "cache"


def files(cache: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in cache.rglob("*") if path.suffix == ".jar"}


def start_child(largest_file: int = 0) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-c", FETCH_IN_CHILD],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(graph.__file__).parents[1])},
    )
    assert child.stdin is not None
    json.dump({"jars": [vars(jar) for jar in JARS.jars], "largest_file": largest_file}, child.stdin)
    child.stdin.close()
    child.stdin = None
    return child


def one_sentence(error: object) -> str:
    text = str(error)
    assert text.endswith(".")
    assert "\n" not in text
    assert "Traceback" not in text
    return text


def test_fetches_every_jar_once_and_keeps_it_once(cache: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    paths = fetch_jars(JARS, progress=lambda done, total: steps.append((done, total)))
    assert [path.name for path in paths] == [f"{name}-1.0.jar" for name in CONTENTS]
    assert [path.read_bytes() for path in paths] == list(CONTENTS.values())
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert len([path for path in tmp_path.rglob("*") if path.suffix == ".jar"]) == 4


def test_a_full_cache_needs_no_network(repository: Repository) -> None:
    first = fetch_jars(JARS)
    asked = repository.asked.copy()
    repository.close()
    steps: list[int] = []
    assert fetch_jars(JARS, progress=lambda done, total: steps.append(done)) == first
    assert repository.asked == asked
    assert steps == []


def test_a_jar_that_was_cut_short_or_changed_on_disk_is_fetched_again(
    cache: Path, repository: Repository
) -> None:
    ant, bee, *_ = fetch_jars(JARS)
    ant.write_bytes(ant.read_bytes()[:10])
    bee.write_bytes(bee.read_bytes()[::-1])
    steps: list[tuple[int, int]] = []
    fetch_jars(JARS, progress=lambda done, total: steps.append((done, total)))
    assert ant.read_bytes() == CONTENTS["ant"]
    assert bee.read_bytes() == CONTENTS["bee"]
    assert repository.asked == {"ant": 2, "bee": 2, "cat": 1, "dog": 1}
    assert steps == [(3, 4), (4, 4)]


def test_a_download_that_breaks_off_is_tried_again(repository: Repository, cache: Path) -> None:
    repository.cut_short["cat"] = 1
    fetch_jars(JARS)
    assert repository.asked["cat"] == 2
    assert files(cache) == {f"{name}-1.0.jar": content for name, content in CONTENTS.items()}


def test_a_download_that_always_breaks_off_is_reported_and_repaired_by_the_next_run(
    repository: Repository, cache: Path
) -> None:
    repository.cut_short["cat"] = 100
    with pytest.raises(StoreUnavailable, match=r"cat-1\.0\.jar") as caught:
        fetch_jars(JARS)
    assert "spoor neo4j fetch" in one_sentence(caught.value)
    assert "cat-1.0.jar" not in files(cache)
    repository.cut_short.clear()
    assert all(path.exists() for path in fetch_jars(JARS))


def test_a_jar_with_another_hash_is_refused_and_removed(
    repository: Repository, cache: Path
) -> None:
    repository.contents["dog"] = b"something else"
    with pytest.raises(StoreUnavailable, match=r"dog-1\.0\.jar.*SHA-256") as caught:
        fetch_jars(JARS)
    assert "NEO4J_URI" in one_sentence(caught.value)
    assert "dog-1.0.jar" not in files(cache)
    repository.contents["dog"] = CONTENTS["dog"]
    fetch_jars(JARS)
    assert files(cache)["dog-1.0.jar"] == CONTENTS["dog"]


def test_a_jar_that_the_repository_lacks_is_reported(repository: Repository) -> None:
    del repository.contents["bee"]
    with pytest.raises(StoreUnavailable, match=r"bee-1\.0\.jar.*not found there") as caught:
        fetch_jars(JARS)
    one_sentence(caught.value)


def test_no_network_and_an_empty_cache(repository: Repository, cache: Path) -> None:
    repository.close()
    with pytest.raises(StoreUnavailable, match="could not be fetched") as caught:
        fetch_jars(JARS)
    text = one_sentence(caught.value)
    assert "connect to the network" in text
    assert "NEO4J_URI" in text
    assert files(cache) == {}


def test_a_fetch_that_was_killed_is_finished_by_the_next_run(
    repository: Repository, cache: Path
) -> None:
    repository.held.add("cat")
    child = start_child()
    assert repository.holding.wait(60)
    child.send_signal(signal.SIGKILL)
    child.wait()
    repository.release.set()
    assert "cat-1.0.jar" not in {path.name for path in (cache / "neo4j-0.1").iterdir()}
    fetch_jars(JARS)
    assert files(cache) == {f"{name}-1.0.jar": content for name, content in CONTENTS.items()}


def test_two_processes_at_once_fetch_every_jar_once(repository: Repository, cache: Path) -> None:
    repository.held.add("ant")
    children = [start_child(), start_child()]
    assert repository.holding.wait(60)
    repository.release.set()
    assert [child.communicate()[1] for child in children] == ["", ""]
    assert repository.asked == dict.fromkeys(CONTENTS, 1)
    assert len(files(cache)) == 4


def test_no_room_for_a_jar(cache: Path) -> None:
    child = start_child(largest_file=1000)
    message = child.communicate()[1].strip()
    assert child.returncode == 1
    assert str(cache) in one_sentence(message)
    assert "free 150 MB" in message
    assert "SPOOR_CACHE" in message
    assert files(cache) == {}


def test_a_cache_that_cannot_be_made(cache: Path) -> None:
    cache.write_text("a file where a folder is needed")
    with pytest.raises(StoreUnavailable, match="SPOOR_CACHE") as caught:
        fetch_jars(JARS)
    assert str(cache) in one_sentence(caught.value)


def test_the_cache_is_per_user_unless_named(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    assert cache_folder() == cache
    monkeypatch.delenv("SPOOR_CACHE")
    assert cache_folder().name == "spoor"


def test_the_lock_file_names_each_jar_and_no_address() -> None:
    locked = locked_jars()
    assert all(re.fullmatch(r"[0-9a-f]{64}", jar.sha256) for jar in locked.jars)
    assert len({jar.filename for jar in locked.jars}) == len(locked.jars)
    assert {("org.neo4j.app", "neo4j-server"), ("org.neo4j", "neo4j-bolt")} <= {
        (jar.group, jar.artifact) for jar in locked.jars
    }
    assert "://" not in (Path(graph.__file__).parent / "server" / "neo4j-jars.json").read_text()
