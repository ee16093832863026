"""A post's page, against planted posts in a real Neo4j; and what people add to it."""

from __future__ import annotations

import io
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from neo4j import Driver
from PIL import Image
from streamlit.testing.v1 import AppTest

from app import session
from app.commands.account import account_data
from app.literal import visible
from app.picture_bytes import picture_bytes
from app.rebuild import rebuild
from app.sealing import sealed_pictures
from app.views.post_text import marked_html
from graph.lookup.accounts import find_account
from graph.lookup.images import find_pictures
from graph.server.connection import Connection
from graph.store import GraphStore
from graph.workspace import Workspace
from ingest.journal import Journal
from ingest.notes import notes
from ingest.seals import Seals, lift_seal, put_seal, seals
from ingest.translations import translations
from tests.app.posts_world import (
    ARABIC,
    ARABIC_TEXT,
    COPIER,
    COPY,
    HOSTILE,
    HOSTILE_TEXT,
    OFFER,
    OFFER_TEXT,
    OTHER,
    PLACE,
    SELLER,
    posts_world,
)
from tests.app.test_account_page import open_account
from tests.app.test_judging_page import button, field
from tests.app.test_pages import links, marked, table, texts
from tests.graphs import ask

FAMILY = """
MATCH (p:Post) WHERE p.key IN $keys
MERGE (t:Text {key: 'text:1'})
MERGE (p)-[:REUSES]->(t)
"""


@pytest.fixture(scope="module")
def posts(pages_environment: Path, neo4j_driver: Driver, neo4j_connection: Connection) -> Workspace:
    """The posts, two of them with nearly the same text."""
    workspace = posts_world(pages_environment)
    neo4j_driver.execute_query(FAMILY, keys=[OFFER, COPY], database_=neo4j_connection.database)
    return workspace


@pytest.fixture
def clean(posts: Workspace, neo4j_connection: Connection) -> Iterator[Workspace]:
    """The same; what the test's people wrote is forgotten in the end."""
    before = Journal(posts).path.read_bytes()
    yield posts
    Journal(posts).path.write_bytes(before)
    ask(neo4j_connection, "MATCH (p:Post) REMOVE p.translation")
    ask(neo4j_connection, "MATCH (a:Account) SET a.category = 'uncategorised'")


def open_post(at: AppTest, key: str, *, who: str | None = None) -> AppTest:
    """Open a post's page, as somebody who said who is working."""
    if who:
        at.session_state[session.WHO] = who
        at.session_state[session.WHO_IS_KNOWN] = True
    at.query_params["post"] = key
    return at.switch_page("views/post.py").run()


def html(at: AppTest) -> str:
    """All HTML on a page."""
    return "\n".join(each.proto.body for each in at.get("html"))


def images(at: AppTest) -> list[str]:
    """What is said of the pictures on a page to those who do not see them."""
    return [each.alt for image in at.get("image") for each in image.proto.imgs]


def shown(at: AppTest) -> str:
    """Everything that a page says."""
    return texts(at) + marked(at)


def test_a_post_says_who_where_when_and_what_was_read(posts: Workspace, pages: AppTest) -> None:
    at = open_post(pages, OFFER)
    assert not at.exception
    assert "`<b>Budi</b>`" in links(at)
    assert "2 Mar 2026, 10:00 UTC" in marked(at)
    assert "The source writes `2026-03-02 10:00`" in marked(at)
    assert "Price: 2500000 IDR" in texts(at)
    found = table(at, "Read as")
    read = dict(zip(found["As written"], found["Read as"], strict=True))
    assert read["kakatua jambul kuning"] == "Cacatua sulphurea"
    assert read["2,5jt"] == "2,500,000 IDR"
    assert read["(202) 555-0143"] == "Phone number +12025550143"
    assert read["siap kirim"] == "can be sent"
    for raw, place in zip(found["As written"], found["Characters"], strict=True):
        start, _, end = place.partition("–")
        assert OFFER_TEXT[int(start) - 1 : int(end or start)] == raw
    assert found[found["As written"] == "siap kirim"]["Rule"].item().startswith("siap-kirim")
    sightings = table(at, "Place in it")
    assert sightings["Source file"].str.endswith("posts.csv").all()
    assert sightings["Place in it"].tolist() == ["row 2"]


def test_the_text_is_marked_and_nothing_of_it_is_html(posts: Workspace, pages: AppTest) -> None:
    at = open_post(pages, HOSTILE)
    body = next(each for each in html(at).split("\n") if "spoor-marked" in each)
    inner = body.removeprefix('<div class="spoor-marked">').removesuffix("</div>")
    tags = set(re.findall(r"<[^>]*>", inner))
    assert tags <= {
        "</mark>", *(f'<mark class="spoor-{kind}" title="{name}" data-as="{short}">'
                     for kind, name, short in (
            ("detail", "contact detail", "contact"), ("term", "word of the lexicon", "lexicon"),
            ("taxon", "taxon", "taxon"), ("price", "price", "price"),
        )),
    }  # fmt: skip
    assert (
        '<mark class="spoor-detail" title="contact detail" data-as="contact">(303) 555-0177</mark>'
        in inner
    )
    plain = re.sub(r"</?mark[^>]*>", "", inner)
    for said, written in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'")):
        plain = plain.replace(said, written)
    assert plain.replace("&amp;", "&") == visible(HOSTILE_TEXT)
    assert marked_html("<a href='x'>&", []) == "&lt;a href=&#x27;x&#x27;&gt;&amp;"


def test_an_address_is_text_until_the_warning_is_accepted(posts: Workspace, pages: AppTest) -> None:
    at = open_post(pages, OFFER)
    assert "https://evil.example/p1" in [each.value for each in at.code]
    assert at.get("link_button") == []
    at.checkbox[0].check().run()
    assert [each.proto.url for each in at.get("link_button")] == ["https://evil.example/p1"]
    at = open_post(pages, ARABIC)
    assert "javascript:alert(1)" in [each.value for each in at.code]
    assert not at.checkbox


def test_pictures_are_blurred_until_somebody_asks(posts: Workspace, pages: AppTest) -> None:
    at = open_post(pages, OFFER)
    assert "2 pictures" in marked(at)
    assert images(at) == ["Picture 1 of 2, blurred", "Picture 2 of 2, blurred"]
    next(each for each in at.button if each.label == "Show").click().run()
    assert images(at) == ["Picture 1 of 2, not described", "Picture 2 of 2, blurred"]
    at = open_account(at, SELLER, view="Pictures")
    assert sorted(each.rpartition(", ")[2] for each in images(at)) == ["blurred", "not described"]
    again = open_post(AppTest.from_file(str(Path(session.__file__).parent / "main.py"),
                                        default_timeout=60), OFFER)  # fmt: skip
    assert all(each.endswith("blurred") for each in images(again))


def test_what_the_blurred_page_is_sent_cannot_be_made_sharp(posts: Workspace) -> None:
    path = next((posts.evidence / "originals").glob("*/*"))
    sharp = {
        path.name: drawn
        for path in (posts.evidence / "originals").glob("*/*")
        if (drawn := picture_bytes(posts, path.name, blurred=False))
    }
    assert len(sharp) == 3
    for sha256, drawn in sharp.items():
        blurred = picture_bytes(posts, sha256, blurred=True)
        assert blurred is not None
        assert len(blurred) < len(drawn) / 2
        steps = [
            np.abs(np.diff(np.asarray(Image.open(io.BytesIO(each)).convert("L"), float), axis=1))
            for each in (drawn, blurred)
        ]
        assert steps[1].max() < steps[0].max() / 5
    assert path.exists()


def test_a_sealed_picture_is_shown_nowhere_not_even_blurred(
    clean: Workspace, pages: AppTest
) -> None:
    at = open_post(pages, OFFER, who="S. Sealer")
    button(at, "Show these pictures").click().run()
    assert all("not described" in each for each in images(at))
    field(at, "Why nobody may see it").set_value("minor")
    field(at, "In your words").set_value("a *child* <b>")
    at = button(at, "Seal").click().run()
    assert not at.exception
    assert images(at) == []
    assert "Sealed by S. Sealer on 20" in texts(at)
    assert "“a *child* <b>”" in texts(at)
    at = open_post(at, HOSTILE)
    assert images(at) == [], "it looks nearly the same"
    at = open_account(at, OTHER, view="Pictures")
    assert images(at) == []
    assert "Sealed by S. Sealer" in texts(at)
    at = open_post(at, OFFER)
    at = button(at, "Lift the seal").click().run()
    assert "No seal is lifted without a reason" in texts(at)
    field(at, "In your words").set_value("only a cage")
    at = button(at, "Lift the seal").click().run()
    assert len(images(at)) == 2
    last = Journal(clean).entries()[-1]
    assert (last["kind"], last["by"], last["why"]) == ("unseal", "S. Sealer", "only a cage")


def test_an_accounts_seal_and_its_category_cover_its_pictures(
    clean: Workspace, neo4j_connection: Connection, pages: AppTest
) -> None:
    with GraphStore(neo4j_connection) as store:
        found = find_pictures(store, [OFFER, HOSTILE])
        keys = {post: [each.key for each in of.pictures] for post, of in found.items()}
        both = [*keys[OFFER], *keys[HOSTILE]]
        assert sealed_pictures(store, Seals(), both) == {}
        with clean.writer():
            put_seal(clean, "account", OTHER, "other", why=None, who="ana")
        sealed = sealed_pictures(store, seals(clean), both)
        assert len(sealed) == 2, "its own, and the one that looks like it"
        assert {each.seal.key for each in sealed.values() if each.seal} == {OTHER}
        with clean.writer():
            lift_seal(clean, "account", OTHER, why="no need", who="ana")
        ask(neo4j_connection, "MATCH (a:Account {key: $key}) SET a.category = 'victim'", key=SELLER)
        sealed = sealed_pictures(store, seals(clean), both)
        assert set(sealed) == set(both)
        assert {each.account_key for each in sealed.values()} == {SELLER}
        at = open_account(pages, SELLER, view="Pictures")
        assert images(at) == []
        assert "recorded as a victim or witness" in texts(at)
        with clean.writer():
            lift_seal(clean, "account", SELLER, why="only birds", who="ana")
        assert sealed_pictures(store, seals(clean), both) == {}


def test_a_picture_that_is_not_there_is_none(posts: Workspace, pages: AppTest) -> None:
    at = open_post(pages, COPY)
    assert images(at) == []
    assert "No picture of this post was found beside its sources." in texts(at)


def test_posts_with_nearly_the_same_text_are_listed(posts: Workspace, pages: AppTest) -> None:
    at = open_post(pages, OFFER)
    assert "Showing 1 post. People copy texts" in marked(at)
    linked = [each.proto.query_string for each in at.get("page_link")]
    assert any("p4" in each for each in linked)
    assert "no other post with nearly the same text" in texts(open_post(at, ARABIC))


def test_a_translation_is_kept_shown_found_and_withdrawn(
    clean: Workspace, neo4j_connection: Connection, pages: AppTest
) -> None:
    at = open_post(pages, ARABIC, who="T. Translator")
    assert ARABIC_TEXT in re.sub(r"</?mark[^>]*>", "", html(at))
    field(at, "Made by").set_value("A tool, pasted here")
    at.text_area(key=f"translated {ARABIC}").set_value("Rare <b>birds</b> for sale")
    at = button(at, "Keep the translation").click().run()
    assert "Say which tool translated it." in texts(at)
    field(at, "Which tool").set_value("Some Tool")
    at = button(at, "Keep the translation").click().run()
    assert not at.exception
    assert "Rare <b>birds</b> for sale" in texts(at).splitlines()
    assert "English, by Some Tool, pasted by T. Translator" in marked(at)
    (found,) = translations(clean)[ARABIC]
    assert (found.language, found.tool, found.by) == ("en", "Some Tool", "T. Translator")
    asked = "MATCH (p:Post) WHERE p.translation IS NOT NULL RETURN p.key AS key, p.translation AS t"
    held = [{"key": ARABIC, "t": "Rare <b>birds</b> for sale"}]
    assert ask(neo4j_connection, asked) == held
    at = open_account(at, "facebook:a2", view="Posts")
    assert "Rare <b>birds</b> for sale" in texts(at).splitlines()
    with clean.writer():
        rebuild(clean, who="ana", open_store=lambda _: GraphStore(neo4j_connection))
    assert ask(neo4j_connection, asked) == held
    at = open_post(at, ARABIC)
    at = button(at, "Withdraw").click().run()
    assert not at.exception
    assert ask(neo4j_connection, asked) == []
    assert "Nobody has translated it yet." in texts(at)


def test_notes_are_written_corrected_and_withdrawn(clean: Workspace, pages: AppTest) -> None:
    at = open_post(pages, OFFER)
    assert "Nobody has written a note about this yet." in texts(at)
    assert "Say who is working" in texts(at)
    at = open_post(at, OFFER, who="N. Writer")
    at.text_area(key=f"new note post {OFFER}").set_value("Same cage as <b>p9</b> *again*")
    at = button(at, "Add the note").click().run()
    assert not at.exception
    (note,) = notes(clean)
    assert (note.kind, note.key, note.by) == ("post", OFFER, "N. Writer")
    assert "Same cage as <b>p9</b> *again*" in texts(at).splitlines()
    assert "N. Writer, 20" in marked(at)
    field = next(each for each in at.text_area if each.label == "How it is to read")
    field.set_value("Another cage")
    at = button(at, "Correct").click().run()
    assert "Another cage" in texts(at).splitlines()
    assert "corrected by N. Writer" in marked(at)
    at.query_params["find"] = "CAGE another"
    at = at.switch_page("views/noted.py").run()
    assert not at.exception
    assert "Another cage" in texts(at)
    at.text_input(key="find").set_value("parrot").run()
    assert "No note has these words." in texts(at)
    at = open_post(at, OFFER)
    at = button(at, "Withdraw").click().run()
    assert notes(clean) == []
    assert "Nobody has written a note about this yet." in texts(at)


def test_a_note_on_an_account_is_on_its_page(clean: Workspace, pages: AppTest) -> None:
    at = open_post(pages, OFFER, who="N. Writer")
    at = open_account(at, SELLER)
    at.text_area(key=f"new note account {SELLER}").set_value("Drives a van")
    at = button(at, "Add the note").click().run()
    assert "Drives a van" in texts(at).splitlines()
    assert "Drives a van" not in texts(open_account(at, OTHER))


def test_a_busy_workspace_says_so_and_keeps_nothing(clean: Workspace, pages: AppTest) -> None:
    at = open_post(pages, OFFER, who="N. Writer")
    at.text_area(key=f"new note post {OFFER}").set_value("x")
    with clean.writer():
        at = button(at, "Add the note").click().run()
    assert "another command is writing" in texts(at)
    assert notes(clean) == []


def test_places_of_a_threatened_species_are_told_by_country(
    clean: Workspace, pages: AppTest
) -> None:
    at = open_post(pages, OFFER)
    assert "Says it is in: `Indonesia`" in marked(at)
    assert PLACE not in shown(at)
    assert "Place" not in table(at, "Read as")["What"].tolist()
    assert "only the country is shown" in marked(at)
    assert button(at, "Show the full place").disabled
    at = open_account(at, SELLER, view="Posts")
    assert "Says it is in: `Indonesia`" in marked(at)
    assert PLACE not in shown(at)
    at.session_state["view"] = "Goods"
    at = at.run()
    assert "`Malang, Indonesia`" not in marked(at)
    assert "Says it is in `Indonesia`, in 1 of 1 post." in marked(at)
    at = open_account(at, COPIER, view="Posts")
    assert "`Bogor`" not in marked(at)
    at = open_post(at, OFFER, who="P. Asker")
    at = button(at, "Show the full place").click().run()
    assert f"`{PLACE}`" in marked(at)
    assert "Place" in table(at, "Read as")["What"].tolist()
    (asked,) = Journal(clean).entries("place shown")
    assert (asked["by"], asked["keys"]) == ("P. Asker", [OFFER])


def test_an_export_tells_of_places_by_country_too(
    posts: Workspace, neo4j_connection: Connection
) -> None:
    with GraphStore(neo4j_connection) as store:
        found = find_account(store, SELLER)
    assert found is not None
    (told,) = account_data(found)["posts"]
    assert (told["location"], told["places"]) == ("Indonesia", ("Indonesia",))


@pytest.mark.parametrize(
    ("word", "known"),
    [
        (r"\bpicture_bytes\(|\bshown_picture\(", {"picture_bytes.py", "views/post_pictures.py"}),
        (r"\.original\(", {"picture_bytes.py", "preserving.py"}),
    ],
)
def test_nothing_else_reads_or_draws_a_picture(word: str, known: set[str]) -> None:
    app = Path(session.__file__).parent
    found = {
        path.relative_to(app).as_posix()
        for path in app.rglob("*.py")
        if re.search(word, path.read_text(encoding="utf-8"))
    }
    assert found == known, "what else shows pictures has to leave sealed ones out"


def test_no_post_and_an_unknown_post_lead_on(posts: Workspace, pages: AppTest) -> None:
    at = open_post(pages, "post:facebook:`<b>")
    assert not at.exception
    assert "There is no such post" in marked(at)
    assert "Search in the posts" in links(at)
    del at.query_params["post"]
    assert "No post is chosen" in marked(at.switch_page("views/post.py").run())


def test_a_neo4j_that_is_gone_is_one_sentence(
    posts: Workspace, pages: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{nobody.getsockname()[1]}")
        at = open_post(pages, OFFER)
    assert not at.exception
    assert "cannot be shown just now" in marked(at)
