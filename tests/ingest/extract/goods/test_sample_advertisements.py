"""The two sample advertisements of the IFAW brief, with fictional contacts."""

from __future__ import annotations

from tests.ingest.extract.cases import found
from tests.ingest.extract.goods.offers import measures, prices

IVORY = (
    "Vends deux défenses d'éléphant : la première 75 cm, 9,8 kg ; la seconde 72 cm, 8,7 kg. "
    "Prix : 9 500 €. Contact : vendeur@ivoire.example"
)
MACAWS = "Verkaufe zwei Rotrückenara, 1.000 EUR. Anfragen an aras@voliere.example"


def test_ivory() -> None:
    assert prices(IVORY) == [(9_500, None, "EUR", None)]
    assert measures(IVORY) == [
        ("quantity", 2, None, "piece"),
        ("length", 75, None, "cm"),
        ("weight", 9.8, None, "kg"),
        ("length", 72, None, "cm"),
        ("weight", 8.7, None, "kg"),
    ]
    assert found(IVORY, "FR") == ["email:vendeur@ivoire.example"]


def test_macaws() -> None:
    assert prices(MACAWS) == [(1_000, None, "EUR", None)]
    assert measures(MACAWS) == [("quantity", 2, None, "piece")]
    assert found(MACAWS, "DE") == ["email:aras@voliere.example"]
