from __future__ import annotations

import json
from pathlib import Path

from tests.ingest.readers.facebook.files import FIXTURES
from tests.ingest.readers.reading import read


def test_comments_answer_the_post_that_facebook_id_names() -> None:
    found = read(FIXTURES / "comments.json")
    assert (found.rows_read, found.rows_accepted, len(found.rejected)) == (4, 3, 1)
    assert found.posts.select("post_id", "reply_to", "group_key", "account_key").rows() == [
        ("8001", "post:facebook:7001", "facebook:group:5550001", "facebook:100000002"),
        (
            "8004",
            "post:facebook:8001",
            "facebook:group:5550001",
            "facebook:5550001/pfbid0Opaque222",
        ),
        ("8009", "post:facebook:9001", None, "facebook:post-8009/pfbid0Opaque222"),
    ]
    assert json.loads(found.posts["extra"][1])["answered_post"] == "7001"
    assert "Empty or private data" in found.reasons[0]


def test_answers_inside_a_comment_are_rows(tmp_path: Path) -> None:
    path = tmp_path / "comments.json"
    item = json.loads((FIXTURES / "comments.json").read_text())[0]
    answer = {"id": "Y29tbWVudDo3MDAxXzgwMTA=", "text": "ada", "profileName": "Budi Contoh"}
    path.write_text(json.dumps([{**item, "comments": [answer, {}]}]))
    found = read(path)
    assert found.posts.select("locator", "post_id", "reply_to", "account_key").rows() == [
        ("item 1", "8001", "post:facebook:7001", "facebook:100000002"),
        ("item 1, reply 1", "8010", "post:facebook:8001", "facebook:5550001/Budi Contoh"),
    ]
    assert found.reasons == ["the comment has neither an id nor words"]


def test_a_table_of_comments_is_read(tmp_path: Path) -> None:
    path = tmp_path / "comments.csv"
    path.write_text(
        "commentUrl,date,facebookId,facebookUrl,profileId,profileName,text\n"
        "https://www.facebook.com/x?comment_id=8001,2026-03-01T09:00:00.000Z,7001,"
        "https://www.facebook.com/groups/5550001/posts/7001/,100000002,Sari Contoh,masih?\n"
    )
    found = read(path)
    assert found.format == "apify-facebook-comments"
    assert found.posts["reply_to"].to_list() == ["post:facebook:7001"]
