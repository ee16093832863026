from __future__ import annotations

import pytest

from ingest.readers.facebook.addresses import (
    author_of,
    comment_of,
    group_of,
    post_of,
    profile_of,
    shown_of,
)

SITE = "https://www.facebook.com"


@pytest.mark.parametrize(
    ("url", "group"),
    [
        (f"{SITE}/groups/kicau.mania/permalink/77/", "kicau.mania"),
        ("https://m.facebook.com/groups/55?view=x", "55"),
        (f"{SITE}/kicau.mania", None),
        (f"{SITE}/groups/", None),
        ("/groups/55", None),
        ("https://[bad/groups/55", None),
        (None, None),
    ],
)
def test_groups(url: str | None, group: str | None) -> None:
    assert group_of(url) == group


@pytest.mark.parametrize(
    ("url", "native_id", "handle"),
    [
        (f"{SITE}/profile.php?id=100000002&fref=nf", "100000002", None),
        (f"{SITE}/people/Sari-Contoh/100000002/", "100000002", None),
        (f"{SITE}/groups/55/user/100000002/", "100000002", None),
        (f"{SITE}/100000002", "100000002", None),
        ("https://facebook.com/budi.contoh?rc=p&__tn__=R", None, "budi.contoh"),
        (f"{SITE}/people/Sari-Contoh/pfbid0abc/", None, None),
        (f"{SITE}/pfbid0abc", None, None),
        (f"{SITE}/groups/55", None, None),
        (f"{SITE}/profile.php", None, None),
        (f"{SITE}/story.php?story_fbid=1", None, None),
        ("", None, None),
    ],
)
def test_profiles(url: str, native_id: str | None, handle: str | None) -> None:
    found = profile_of(url)
    assert (found.native_id, found.handle) == (native_id, handle)
    assert "fref" not in (found.url or "")
    assert "__tn__" not in (found.url or "")


@pytest.mark.parametrize(
    ("url", "post"),
    [
        (f"{SITE}/groups/55/permalink/77/", "77"),
        (f"{SITE}/groups/55/posts/77/?comment_id=9", "77"),
        (f"{SITE}/groups/55/posts/some-words/77/", "77"),
        (f"{SITE}/permalink.php?story_fbid=77&id=4", "77"),
        (f"{SITE}/toko/posts/pfbid02abc", None),
        (f"{SITE}/photo.php?fbid=78", None),
        (f"{SITE}/toko/videos/79/", None),
    ],
)
def test_posts(url: str, post: str | None) -> None:
    assert post_of(url) == post


def test_comments() -> None:
    assert comment_of(f"{SITE}/p/1?comment_id=9") == "9"
    assert comment_of(f"{SITE}/p/1?comment_id=9&reply_comment_id=10") == "10"
    assert comment_of(f"{SITE}/p/1?comment_id=Y29t") is None


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        (f"{SITE}/groups/55/permalink/123456/", "123456"),
        (f"{SITE}/photo.php?fbid=78", "78"),
        (f"{SITE}/watch/?v=79000", "79000"),
        (f"{SITE}/toko/videos/79000/", "79000"),
        (f"{SITE}/toko/posts/pfbid02abc", None),
        (f"{SITE}/permalink.php?story_fbid=pfbid02abc&id=4", None),
        (f"{SITE}/photo.php?fbid={'7' * 21}", None),
        (None, None),
    ],
)
def test_what_pages_show(url: str | None, shown: str | None) -> None:
    assert shown_of(url) == shown


def test_authors() -> None:
    assert author_of(f"{SITE}/permalink.php?story_fbid=pfbid02abc&id=100000002") == "100000002"
    assert author_of(f"{SITE}/permalink.php?story_fbid=1&id=budi") is None
    assert author_of(f"{SITE}/profile.php?id=100000002") is None
