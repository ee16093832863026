"""Contact details in columns whose names say of which kind they are."""

from __future__ import annotations

import polars as pl
import pytest

from ingest.extract import extract_by_hand
from ingest.readers.announced import announced


@pytest.mark.parametrize(
    ("header", "cell", "written"),
    [
        ("WeChat", "niao_88", "wechat: niao_88"),
        ("WeChat ID", "niao_88; niao_99", "wechat: niao_88; wechat: niao_99"),
        ("seller_wechat", "niao_88", "wechat: niao_88"),
        ("微信", "niao_88", "微信: niao_88"),
        ("LINE id", "@bird_shop", "@bird_shop"),
        ("Line ID", "bird_shop", "line id: bird_shop"),
        ("QQ", "", ""),
        ("WeChat", "vx: niao_88", "vx: niao_88"),
        ("Website", "niao_88", "niao_88"),
        ("Linear", "niao_88", "niao_88"),
    ],
)
def test_the_name_of_a_column_stands_before_its_details(
    header: str, cell: str, written: str
) -> None:
    assert announced(pl.Series([cell, None]), header).to_list() == [written, None]


def test_an_id_in_a_column_of_its_kind_is_understood() -> None:
    column = announced(pl.Series(["niao_88"]), "WeChat ID")
    rows = pl.DataFrame({"key": ["p"], "contact": column, "platform": ["facebook"]})
    assert extract_by_hand(rows, None)["detail_key"].to_list() == ["wechat:niao_88"]
