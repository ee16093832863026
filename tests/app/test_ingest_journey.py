"""A person drops a file, has it taken in, detects, asks why, rejects a tie: in a real Chromium."""

from __future__ import annotations

import base64
import os
import re
import signal
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from app import jobs
from app.jobs import State
from app.streamlit_flags import ADDRESS, flags
from app.taking.waiting import list_waiting
from graph.workspace import Workspace, open_workspace
from ingest.archive import Archive
from tests.app.conftest import MAIN, SECONDS, await_port
from tests.app.small_world import SmallWorld, small_world
from tests.app.test_journeys import open_page, settle
from tests.app.test_judging_journey import judge_tie, say_who
from tests.builders import write_csv

pytestmark = pytest.mark.browser
LONG = 240_000
DROP = """([target, name, content]) => {
  const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
  const dropped = new DataTransfer();
  dropped.items.add(new File([bytes], name, {type: "text/csv"}));
  for (const kind of ["dragenter", "dragover", "drop"])
    target.dispatchEvent(
      new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: dropped}));
}"""


@pytest.fixture(scope="module")
def empty(pages_environment: Path) -> Workspace:
    """A workspace in which nothing is."""
    return open_workspace(pages_environment / "workspace")


@pytest.fixture(scope="module")
def served(empty: Workspace) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The pages of it, and the process that serves them, which a test may replace."""
    with socket.socket() as trial:
        trial.bind((ADDRESS, 0))
        port = trial.getsockname()[1]
    processes = [serve(port)]
    try:
        yield f"http://{ADDRESS}:{port}", processes
    finally:
        processes[-1].terminate()
        processes[-1].wait(SECONDS)


def serve(port: int) -> subprocess.Popen[bytes]:
    """Serve the pages as `spoor app` does."""
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(MAIN), *flags(port)],
        env=dict(os.environ),
        stdout=subprocess.DEVNULL,
    )
    await_port(port, process)
    return process


def drop(page: Page, path: Path) -> None:
    """Drag a file from the desk onto the page, as far as a browser can tell."""
    target = page.get_by_test_id("stFileUploaderDropzone").element_handle()
    content = base64.b64encode(path.read_bytes()).decode()
    page.evaluate(DROP, [target, path.name, content])


def take_in_page(context: BrowserContext, address: str) -> Page:
    """Open the page, as somebody."""
    page = open_page(context, f"{address}/ingest")
    say_who(page, "T. Aker")
    return page


def world_file(folder: Path) -> tuple[SmallWorld, Path]:
    """A file with a planted chain and ring, and a row that nobody wrote."""
    world = small_world()
    rows = [*world.rows, {"platform": "facebook", "text": "by nobody"}]
    return world, write_csv(folder / "posts <b>week 6.csv", rows)


def test_from_a_dropped_file_to_a_tie_that_is_gone(
    context: BrowserContext,
    empty: Workspace,
    served: tuple[str, list[subprocess.Popen[bytes]]],
    tmp_path: Path,
) -> None:
    world, path = world_file(tmp_path)
    page = take_in_page(context, served[0])
    expect(page.get_by_text("No file waits to be taken in.")).to_be_visible()
    drop(page, path)
    expect(page.get_by_text("csv, can be read")).to_be_visible()
    expect(page.get_by_text(re.compile(r"would be read, 1 refused\.$")).first).to_be_visible()
    assert Archive(empty).sources() == [], "nothing is taken in before the button"
    country = page.get_by_role("combobox", name="Country of national phone numbers")
    settle(page)
    country.click()
    page.keyboard.type("United States (US)", delay=20)
    page.wait_for_timeout(1_000)
    page.keyboard.press("Enter")
    settle(page)
    expect(country).to_have_value("United States (US)")
    expect(page.get_by_text(re.compile(r"would be read, 1 refused\.$")).first).to_be_visible()
    page.get_by_role("button", name="Take in 1 file").click()

    expect(page.get_by_text(re.compile(r"^1 source: .* taken in, 1 refused;"))).to_be_visible(
        timeout=LONG
    )
    assert list_waiting(empty) == []
    (source,) = Archive(empty).sources()
    assert (source.path, source.region, source.ingested_by) == (path.name, "US", "T. Aker")
    expect(page.get_by_text("Rows that were refused")).to_be_visible()

    page.get_by_role("button", name="Detect networks").first.click()
    done = page.get_by_text("Detecting networks finished")
    expect(done).to_be_visible(timeout=LONG)
    page.get_by_role("button", name="Show what is new").first.click()

    chain = world.planted["chain"]
    page.goto(f"{served[0]}/account?account={chain[0]}")
    page.get_by_role("link", name=re.compile("^C[0-9a-f]{8}$")).first.click()
    page.wait_for_url(re.compile(r"/cluster\?cluster="))
    expect(page.get_by_text("5 accounts").first).to_be_visible()
    address = page.url
    page.get_by_text(re.compile(r"^Posts that show it")).first.click()
    expect(page.get_by_text(re.compile(r"row \d+")).first).to_be_visible()
    page.goto(address)
    settle(page)
    say_who(page, "B. Judge")
    judge_tie(page, re.compile(rf"{re.escape(chain[0])}\).*{re.escape(chain[1])}\)"), "Reject")

    page.goto(served[0])
    expect(page.get_by_text(re.compile("1 judgement was made: it takes no notice"))).to_be_visible()
    say_who(page, "B. Judge")
    page.get_by_role("button", name="Detect networks").click()
    expect(done).to_be_visible(timeout=LONG)
    page.goto(f"{served[0]}/account?account={chain[1]}")
    page.get_by_role("link", name=re.compile("^C[0-9a-f]{8}$")).first.click()
    expect(page.get_by_text("4 accounts").first).to_be_visible()


def test_crafted_uploads_are_one_sentence_each_and_leave_nothing(
    context: BrowserContext,
    empty: Workspace,
    served: tuple[str, list[subprocess.Popen[bytes]]],
    tmp_path: Path,
) -> None:
    before = {each.sha256 for each in Archive(empty).sources()}
    (tmp_path / "nothing.csv").write_bytes(b"")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("bomb.csv", b"a,b\n" + b"0" * (40 << 20))
    with zipfile.ZipFile(tmp_path / "way out.zip", "w") as way:
        way.writestr("../../../out.csv", b"platform,account_id,text\nfacebook,1,x\n")
    names = ("nothing.csv", "picture.csv", "bomb.zip", "way out.zip")
    page = take_in_page(context, served[0])
    page.locator('input[type="file"]').set_input_files([tmp_path / name for name in names])
    for sentence in ("the file is empty", "it is an image", "unpacks to far more than a real table",
                     "its path leads out of the zip"):  # fmt: skip
        expect(page.get_by_text(sentence).first).to_be_visible()
    expect(page.get_by_role("button", name="Take in", exact=True)).to_be_disabled()
    assert not list(empty.root.rglob("out.csv"))
    assert not (empty.root.parent / "out.csv").exists()
    for each in reversed(names):
        page.get_by_role("button", name="Remove").last.click()
        expect(page.get_by_text(each, exact=True)).to_have_count(0)
    expect(page.get_by_text("No file waits to be taken in.")).to_be_visible()
    assert list_waiting(empty) == []
    assert {each.sha256 for each in Archive(empty).sources()} == before


def test_work_outlives_the_server_that_began_it(
    context: BrowserContext,
    empty: Workspace,
    served: tuple[str, list[subprocess.Popen[bytes]]],
    tmp_path: Path,
) -> None:
    address, processes = served
    page = take_in_page(context, address)
    with empty.writer():
        path = write_csv(tmp_path / "late.csv", small_world(seed=9, strangers=3).rows)
        page.locator('input[type="file"]').set_input_files(path)
        page.get_by_role("button", name="Take in 1 file").click()
        expect(page.get_by_text("Waiting for another command to finish").first).to_be_visible(
            timeout=LONG
        )
        job = jobs.running(empty)
        assert job is not None
        processes[-1].send_signal(signal.SIGKILL)
        processes[-1].wait(SECONDS)
        processes.append(serve(int(address.rpartition(":")[2])))
        page = open_page(context, f"{address}/clusters")
        expect(page.get_by_text("Waiting for another command to finish")).to_be_visible()
    expect(page.get_by_text("Taking in finished")).to_be_visible(timeout=LONG)
    done = jobs.latest(empty)
    assert done is not None
    assert (done.id, done.state) == (job.id, State.DONE)
    assert "late.csv" in {each.path for each in Archive(empty).sources()}
