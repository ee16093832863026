"""``spoor calibrate``: what it shows, what it writes only when told to, and the way back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.finding import find_networks
from app.steps import silent
from graph.calibration import read_calibration
from graph.settings import read_settings
from graph.workspace import Workspace, open_workspace
from ingest.journal import Journal
from tests.app.commands.running import Spoor
from tests.worlds import known, own_text, phone, post

RINGS, SIZE = 14, 4


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of rings that share a number and an address, and of strangers."""
    rows = []
    for ring in range(RINGS):
        for member in range(SIZE):
            account = f"r{ring}m{member}"
            rows += [
                post(account, f"{own_text(account)} call {phone(ring)}", day=member),
                post(account, f"{own_text(account + 'q')} bird{ring}farm@example.org", day=9),
            ]
    rows += [post(f"s{n}", f"{own_text(f's{n}')} call {phone(1000 + n)}") for n in range(30)]
    folder = tmp_path_factory.mktemp("made")
    known(rows, folder)
    return folder / "workspace"


@pytest.fixture
def spoor(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spoor:
    """The program on a copy of that workspace, without any Neo4j."""
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    shutil.copytree(made, tmp_path / "workspace")
    return Spoor(tmp_path / "workspace")


def files(workspace: Path) -> dict[str, bytes]:
    """Everything at the top of a workspace, and its journal."""
    kept = [*workspace.glob("*.toml"), *workspace.glob("journal/*")]
    return {str(path): path.read_bytes() for path in kept if path.is_file()}


def detected(workspace: Workspace) -> str:
    """Name of the calibration of a new snapshot."""
    return find_networks(workspace, read_settings(workspace), None, silent).calibration


def test_nothing_is_written_until_it_is_accepted_and_it_can_be_undone(spoor: Spoor) -> None:
    workspace = open_workspace(spoor.workspace, create=False)
    before = files(spoor.workspace)
    first = read_calibration(workspace.calibration_file)
    shown = spoor("calibrate", "--json").data
    assert files(spoor.workspace) == before
    assert shown["old"] == first.name and not shown["accepted"]
    numbers = {each["name"]: each for each in shown["numbers"]}
    agree = numbers["contact_details.phone.agree"]
    assert agree["kept"] is None and agree["pairs"] >= 30
    assert agree["low"] <= agree["estimate"] <= agree["high"]
    assert agree["new"] > agree["old"]
    assert all(each["new"] == each["old"] for each in shown["numbers"] if each["kept"])
    assert {"ties_gained", "ties_lost", "clusters_gained", "accounts"} <= set(shown["effect"])
    text = spoor("calibrate").out
    assert "contact_details.phone.agree" in text and "Nothing was written." in text
    assert "would be affected" in text
    assert files(spoor.workspace) == before

    done = spoor("calibrate", "--accept", "--why", "checked by two of us")
    assert "Accepted by A. Tester" in done.out
    second = read_calibration(workspace.calibration_file)
    assert second.name == shown["new"]
    assert second.version == f"{first.version}.1"
    assert second.contact_details["phone"].agree == agree["new"]
    kept = workspace.root / f"calibration-{first.name}.toml"
    assert kept.read_bytes() == before[str(workspace.calibration_file)]
    entry = Journal(workspace).entries("calibrate")[-1]
    assert (entry["by"], entry["action"], entry["why"]) == (
        "A. Tester", "accept", "checked by two of us",
    )  # fmt: skip
    assert (entry["before"], entry["after"]) == (first.name, second.name)
    assert detected(workspace) == second.name

    done = spoor("calibrate", "--undo", "--json")
    assert done.data == {"undone": second.name, "in_force": first.name}
    assert workspace.calibration_file.read_bytes() == before[str(workspace.calibration_file)]
    assert (workspace.root / f"calibration-{second.name}.toml").exists()
    assert detected(workspace) == first.name
    assert "nothing to undo" in spoor("calibrate", "--undo", code=1).sentence()
    assert Journal(workspace).problems() == []


def test_a_hidden_layer_is_explained_in_sentences(spoor: Spoor) -> None:
    before = files(spoor.workspace)
    data = spoor("calibrate", "--hidden", "phone", "--json").data
    pairs = RINGS * SIZE * (SIZE - 1) // 2
    assert data["alone"] == data["recovered"]["hits"] == pairs
    assert data["agreeing"]["share"] == 1.0 and data["base"]["share"] < 0.1
    out = spoor("calibrate", "--hidden", "phone").out
    assert f"that phone alone would tie, the other layers tie {pairs} of {pairs} (100%" in out
    assert "Neither is the truth" in out
    assert files(spoor.workspace) == before


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("--hidden", "smoke"), "--hidden smoke"),
        (("--hidden", "phone", "--accept"), "one of --hidden"),
        (("--why", "x"), "--why"),
    ],
)
def test_what_is_refused(spoor: Spoor, arguments: tuple[str, ...], names: str) -> None:
    before = files(spoor.workspace)
    assert names in spoor("calibrate", *arguments, code=2).sentence(2)
    assert files(spoor.workspace) == before


def test_the_resolution_stands_beside_chance_and_others(spoor: Spoor) -> None:
    before = files(spoor.workspace)
    found = spoor("calibrate", "--resolution", "--json").data
    assert files(spoor.workspace) == before
    assert (found["method"], found["communities"]) == ("leiden-cpm", RINGS)
    beside = found["beside_chance"]
    assert beside["inside"] == 100 and beside["tied"] == 100
    assert beside["tied_by_chance"] < 60
    tried = {(each["method"], each["resolution"]): each for each in found["tried"]}
    best = tried[found["suggested"]["method"], found["suggested"]["resolution"]]
    assert best["nats"] == min(each["nats"] for each in found["tried"])
    assert best["communities"] == RINGS
    text = " ".join(spoor("calibrate", "--resolution").out.split())
    assert "the least mean tie probability between the members of a cluster" in text
    assert f"It makes {RINGS} clusters." in text
    assert "dealt out at random" in text


def test_the_resolution_of_nothing(tmp_path: Path) -> None:
    known([post("a", "nothing shared"), post("b", "by anybody")], tmp_path)
    assert (
        "No accounts are tied"
        in Spoor(tmp_path / "workspace")("calibrate", "--resolution", code=1).sentence()
    )
    assert "one of --hidden" in Spoor(tmp_path / "workspace")(
        "calibrate", "--resolution", "--accept", code=2
    ).sentence(2)
