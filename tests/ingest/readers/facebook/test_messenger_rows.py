from __future__ import annotations

import pytest

from ingest.readers.facebook.messenger_rows import Change, changes

KNOWN = {"Budi", "Søren and Sons", "Tono Contoh"}


def worded(content: str) -> list[Change] | None:
    return changes({"content": f"Budi {content}"}, "Budi", KNOWN)


@pytest.mark.parametrize(
    ("content", "became"),
    [
        ("added Tono Contoh to the group.", [Change("Tono Contoh", "joined", by="Budi")]),
        ("added Søren and Sons to the group.", [Change("Søren and Sons", "joined", by="Budi")]),
        (
            "added Ani, Søren and Sons, and Tono Contoh to the group.",
            [
                Change("Ani", "joined", by="Budi"),
                Change("Søren and Sons", "joined", by="Budi"),
                Change("Tono Contoh", "joined", by="Budi"),
            ],
        ),
        ("added you to the group.", [Change("Budi")]),
        ("left the group.", [Change("Budi", "left")]),
        ("joined the group via the invite link.", [Change("Budi", "joined")]),
        ("joined the video chat.", [Change("Budi")]),
        ("removed Ani as a group admin.", [Change("Ani", role="member", by="Budi")]),
        ("made Ani an admin.", [Change("Ani", role="admin", by="Budi")]),
        ("changed the group photo.", [Change("Budi")]),
        ("is selling a murai", None),
        ("left the group of buyers long ago", None),
    ],
)
def test_english_words(content: str, became: list[Change] | None) -> None:
    assert worded(content) == became


def test_what_others_write_of_somebody_is_no_row_of_messengers() -> None:
    assert changes({"content": "Budi left the group."}, "Ani", KNOWN) is None
    assert changes({"content": "You left the group."}, "Ani", KNOWN) is None
    assert changes({"content": "Budiman left the group."}, "Budi", KNOWN) is None


def test_who_is_listed_counts_in_any_language() -> None:
    said = {"type": "Unsubscribe", "content": "Budi keluar dari grup.", "users": [{"name": "Budi"}]}
    assert changes(said, "Budi", KNOWN) == [Change("Budi", "left")]
    assert changes({"type": "Subscribe", "users": [7]}, "Budi", KNOWN) == [Change("Budi")]
