"""E-mail addresses: labelled cases."""

from __future__ import annotations

import pytest

from tests.ingest.extract.cases import found

EMAILS = [
    ("Budi.Kicau@Mail.Example", ["email:budi.kicau@mail.example"]),
    ("email:budi@kicau.example.", ["email:budi@kicau.example"]),
    ("<budi+burung@kicau.example>", ["email:budi+burung@kicau.example"]),
    ("budi＠kicau．example", ["email:budi@kicau.example"]),
    ("budi@kicau.com.Terima kasih", ["email:budi@kicau.com"]),
    ("mailto:budi@kicau.example", ["email:budi@kicau.example"]),
    ("081200000034@kicau.example", ["email:081200000034@kicau.example"]),
    ("foto@2x.png", []),
    ("@kicau.example", []),
    ("budi @ gmail.com", ["email:budi@gmail.com"]),
    ("budi@", []),
    ("budi@kicau.examplebudi@kicau.example", []),
    ("budi@kicau", []),
    ("budi.@kicau.example", []),
]


@pytest.mark.parametrize(("text", "expected"), EMAILS)
def test_email(text: str, expected: list[str]) -> None:
    assert found(text, "ID") == expected
