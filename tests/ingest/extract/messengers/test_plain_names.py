"""Names that are written like any word, and numbers that are written like names."""

from __future__ import annotations

import pytest

from tests.ingest.extract.cases import found


@pytest.mark.parametrize(
    ("text", "region", "keys"),
    [
        ("카톡 happybird 연락주세요", "KR", ["handle:kakao:happybird"]),
        ("카톡 또는 라인 happybird", "KR", ["handle:kakao:happybird"]),
        ("라인: happybird", "KR", ["handle:line:happybird"]),
        ("신제품 라인 outdoor 입고", "KR", []),
        ("segue no insta passarosdorio Não respondo", "BR", ["handle:instagram:passarosdorio"]),
        ("insta da loja: passarosdorio", "BR", ["handle:instagram:passarosdorio"]),
        ("ig namin: ｋａｌａｐａｔｉ", "PH", ["handle:instagram:kalapati"]),
        ("instagram: loves this bird", "US", []),
    ],
)
def test_plain_word_is_a_name_where_something_says_so(
    text: str, region: str, keys: list[str]
) -> None:
    assert found(text, region) == keys


def test_look_alikes_of_digits_are_no_name() -> None:
    assert found("Tele: S5OOO628", "QA") == ["phone:+97455000628"]
    assert found("Tele: SS005714", "QA") == ["phone:+97455005714"]
    assert found("Telegram boss2020", "ID") == ["handle:telegram:boss2020"]


def test_telephone_number_with_letters_in_it_is_no_number_of_qq() -> None:
    assert found("微信同号1770000B1B3", "CN") == ["phone:+8617700008183"]
