"""Pictures in a real Neo4j: which look alike, who shows them, and pictures that come later."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.lookup.images import NO_IMAGES, ShownImages, find_images
from graph.server.connection import Connection
from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.archive import Archive
from ingest.derived import ensure_derived
from ingest.evidence import read_sources
from ingest.intake import ingest
from ingest.load import load_pending
from ingest.load_images import families
from ingest.screened import Screened
from tests.builders import post, write_csv
from tests.graphs import dump, links, nodes
from tests.ingest.images.pictures import put, saved, scene

FLAT = saved(scene(0).resize((1, 1)).resize((300, 200)), "PNG")


def load(workspace: Workspace, connection: Connection, *paths: Path) -> int:
    assert not ingest(workspace, list(paths), who="ana").failed
    ensure_derived(workspace, Archive(workspace))
    with GraphStore(connection) as store:
        return load_pending(workspace, store)


def images_of(connection: Connection, account: str) -> ShownImages:
    with GraphStore(connection) as store:
        return find_images(store, f"facebook:{account}")


def table(folder: Path, shown: list[tuple[str, str]], *, first: int = 0) -> Path:
    """Posts of accounts, each showing a picture."""
    rows = [
        post(first + number, account_id=account, image=name)
        for number, (account, name) in enumerate(shown)
    ]
    return write_csv(folder / "posts.csv", rows)


@pytest.fixture
def exports(material: Path) -> tuple[Path, Path]:
    """Two exports: of one seller, and of others that show its pictures or plain ones."""
    one, other = material / "one", material / "other"
    one.mkdir()
    other.mkdir()
    table(one, [("a", "cage.jpg"), ("a", "cage.jpg"), ("a", "own.jpg"), ("a", "flat.png")])
    shown = [("b", "copied.jpg"), ("c", "cage.jpg"), ("c", "else.jpg"), ("d", "flat.png")]
    table(other, [*shown, ("e", "else.jpg")], first=10)
    put(one, "cage.jpg", saved(scene(1, (640, 480)), quality=90))
    put(one, "own.jpg", saved(scene(2)))
    put(one, "flat.png", FLAT)
    put(other, "copied.jpg", saved(scene(1, (640, 480)).resize((320, 240)), quality=60))
    put(other, "cage.jpg", saved(scene(1, (640, 480)), quality=90))
    put(other, "else.jpg", saved(scene(3)))
    put(other, "flat.png", FLAT)
    return one, other


def test_pictures_that_look_alike_are_joined_to_the_first(
    workspace: Workspace, clean_connection: Connection, exports: tuple[Path, Path]
) -> None:
    assert load(workspace, clean_connection, *exports) == 2
    keys = {name: key for key, name in nodes(clean_connection, "Image", "key", "url")}
    assert set(keys) == {"cage.jpg", "own.jpg", "flat.png", "copied.jpg", "else.jpg"}
    assert links(clean_connection, "LOOKS_LIKE") == {(keys["copied.jpg"], keys["cage.jpg"])}
    found = families(read_sources(Screened(workspace)))
    assert found.drop("distance").rows() == [
        (keys["cage.jpg"], keys["cage.jpg"]), (keys["copied.jpg"], keys["cage.jpg"])
    ]  # fmt: skip
    assert links(clean_connection, "SHOWS") == {
        (f"post:facebook:p{number}", keys[name])
        for number, name in {
            0: "cage.jpg", 1: "cage.jpg", 2: "own.jpg", 3: "flat.png", 10: "copied.jpg",
            11: "cage.jpg", 12: "else.jpg", 13: "flat.png", 14: "else.jpg",
        }.items()
    }  # fmt: skip


def test_who_shows_the_same_pictures(
    workspace: Workspace, clean_connection: Connection, exports: tuple[Path, Path]
) -> None:
    load(workspace, clean_connection, *exports)
    found = images_of(clean_connection, "a")
    assert (found.posts, found.pictures, found.shared_posts, found.shared_pictures) == (4, 3, 2, 1)
    assert [(each.account_key, each.pictures, each.posts) for each in found.accounts] == [
        ("facebook:b", 1, 1), ("facebook:c", 1, 1)
    ]  # fmt: skip
    by_c = images_of(clean_connection, "c")
    assert [each.account_key for each in by_c.accounts] == [
        "facebook:a",
        "facebook:b",
        "facebook:e",
    ]
    assert images_of(clean_connection, "d") == ShownImages(1, 1, 0, 0, ())
    assert images_of(clean_connection, "nobody") == NO_IMAGES


def test_pictures_that_come_later_give_the_same_graph(
    workspace: Workspace, clean_connection: Connection, exports: tuple[Path, Path]
) -> None:
    hidden = []
    for folder in exports:
        for path in [*folder.glob("*.jpg"), *folder.glob("*.png")]:
            hidden.append((path, path.rename(path.with_name(f".{path.name}"))))
    load(workspace, clean_connection, *exports)
    assert nodes(clean_connection, "Image", "key") == set()
    for path, moved in hidden:
        moved.rename(path)
    assert load(workspace, clean_connection, *exports) == 2
    later = dump(clean_connection)
    assert load(workspace, clean_connection, *exports) == 0
    assert dump(clean_connection) == later
    assert len(links(clean_connection, "LOOKS_LIKE")) == 1
    assert images_of(clean_connection, "a").shared_posts == 2


def test_a_load_cut_off_among_the_pictures_goes_on(
    workspace: Workspace,
    clean_connection: Connection,
    exports: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load(workspace, clean_connection, exports[0])
    ingest(workspace, [exports[1]], who="ana")
    put(exports[0], "late.jpg", saved(scene(1, (640, 480)), quality=50))
    ensure_derived(workspace, Archive(workspace))
    written = GraphStore.load

    def cut_off(store: GraphStore, name: str, *rest: object, **more: object) -> None:
        if name == "write_image_likenesses":
            raise KeyboardInterrupt
        written(store, name, *rest, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as patch, GraphStore(clean_connection) as store:
        patch.setattr(GraphStore, "load", cut_off)
        with pytest.raises(KeyboardInterrupt):
            load_pending(workspace, store)
    assert links(clean_connection, "LOOKS_LIKE") == set()
    with GraphStore(clean_connection) as store:
        assert load_pending(workspace, store) == 1
    assert len(links(clean_connection, "LOOKS_LIKE")) == 1
