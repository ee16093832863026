"""Some posts with pictures, places, a listed species, code in their words; all invented."""

from __future__ import annotations

from pathlib import Path

from app.commands.caller import open_store
from app.intake import take_in
from graph.workspace import Workspace, open_workspace
from ingest.readers.options import ReadOptions
from ingest.source_record import Custody
from tests.builders import post, write_csv
from tests.ingest.images.pictures import put, saved, scene

OFFER, ARABIC, HOSTILE, COPY = (f"post:facebook:p{n}" for n in (1, 2, 3, 4))
SELLER, OTHER, COPIER = "facebook:a1", "facebook:a3", "facebook:a4"
OFFER_TEXT = (
    "Jual kakatua jambul kuning 2,5jt, siap kirim.\nLokasi: Malang, Indonesia. call (202) 555-0143"
)
ARABIC_TEXT = "للبيع طيور نادرة، الاتصال على الخاص"
HOSTILE_TEXT = (
    "<script>document.title='owned'</script> <img src=x onerror=\"document.title='owned'\"> "
    "</div><b>bold</b> **x** :red[x] $a$ &amp; call (303) 555-0177 abc\u202egnp.exe"
)
PLACE = "Jl. Rahasia 5, Malang, Indonesia"
SCENE = scene(1)
"""What the offer's picture and the hostile post's show; they are saved otherwise."""


def posts_world(folder: Path) -> Workspace:
    """Take the posts in; Neo4j is the environment's."""
    material = folder / "material"
    put(material, "a.jpg", saved(SCENE, quality=90))
    put(material, "b.jpg", saved(scene(2)))
    put(material, "c.jpg", saved(SCENE.resize((300, 225)), quality=70))
    rows = [
        post(1, account_id="a1", account_name="<b>Budi</b>", text=OFFER_TEXT, image="a.jpg\nb.jpg",
             post_url="https://evil.example/p1", location=PLACE, price="2500000", currency="IDR",
             posted_at="2026-03-02 10:00"),
        post(2, account_id="a2", text=ARABIC_TEXT, post_url="javascript:alert(1)"),
        post(3, account_id="a3", text=HOSTILE_TEXT, image="c.jpg"),
        post(4, account_id="a4", text=OFFER_TEXT, location="Bogor", image="missing.jpg"),
    ]  # fmt: skip
    path = write_csv(material / "posts.csv", rows)
    workspace = open_workspace(folder / "workspace")
    report = take_in(
        workspace, [path], who="A. Tester", open_store=open_store, custody=Custody(),
        options=ReadOptions(region="US", time_zone="UTC"),
    )  # fmt: skip
    assert not report.failed
    return workspace
