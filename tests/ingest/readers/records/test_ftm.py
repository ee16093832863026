from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import SourceError
from tests.ingest.readers.reading import Read, read

FIXTURE = Path(__file__).parent / "fixtures" / "entities.ftm.json"
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def entities() -> Read:
    return read(FIXTURE)


def test_counts_every_statement_once(entities: Read) -> None:
    assert entities.format == "ftm"
    counts = (len(entities.posts), len(entities.links), entities.rows_described)
    assert counts == (3, 7, 8)
    assert len(entities.rejected) == 4
    assert entities.rows_read == 22


def test_a_message_is_a_post_of_the_account_on_its_service(entities: Read) -> None:
    message = entities.posts.row(0, named=True)
    assert message["account_key"] == "instagram:@contoh_shop"
    assert message["post_key"] == "post:instagram:ftm-m-1"
    assert message["text"] == "Fiksi: two birds for sale"
    assert str(message["posted_at"]) == "2026-03-01 08:15:00+00:00"
    assert message["time_zone_assumed"] is False
    extra = json.loads(message["extra"])
    assert extra["subject"] == "birds"
    assert json.loads(extra["recipient_keys"]) == ["whatsapp:+12025550102"]
    assert json.loads(extra["datasets"]) == ["fiksi"]


def test_a_message_of_a_person_is_of_the_entity_and_answers_another(entities: Read) -> None:
    reply = entities.posts.row(2, named=True)
    assert (reply["account_key"], reply["post_key"]) == ("ftm:p-1", "post:ftm:m-2")
    assert reply["reply_to"] == "post:ftm:m-0"


def test_a_note_is_nobodys_post(entities: Read) -> None:
    note = entities.posts.row(1, named=True)
    assert (note["account_key"], note["text"]) == (None, "Look at this company again.")


def test_accounts_are_described(entities: Read) -> None:
    named = entities.accounts.filter(pl.col("name").is_not_null())
    described = {row["account_key"]: row for row in named.iter_rows(named=True)}
    shop = described["instagram:@contoh_shop"]
    assert shop["contact"] == "shop@contoh.example;+12025550101"
    assert (
        described["telegram:user7100"]["bio"]
        == "UserAccount\nservice: Telegram\nnotes: seen in a fair"
    )
    assert described["whatsapp:+12025550102"]["platform"] == "whatsapp"
    assert described["ftm:ua-4"]["name"] == "nobody knows"
    person = described["ftm:p-1"]
    assert (person["name"], person["contact"]) == ("Budi Contoh", "+12025550103")
    assert person["bio"] == "Person\nname: Budi Contoh, B. Contoh\nbirthDate: 1980"
    assert "registrationNumber: 812-FIKSI" in described["ftm:c-1"]["bio"]


def test_secrets_are_left_out_and_that_is_said(entities: Read) -> None:
    assert "rahasia" not in str(entities.accounts.rows()) + str(entities.links.rows())
    assert entities.notices == ["Passwords and private keys of the accounts in it were left out."]


def test_relations_are_links(entities: Read) -> None:
    ends = entities.links.select("from_key", "to_key", "kind").rows()
    assert ends == [
        ("ftm:p-1", "instagram:@contoh_shop", "UserAccount"),
        ("ftm:p-1", "ftm:c-1", "Ownership"),
        ("ftm:p-1", "iban:GB33BUKB20201555555555", "Payment"),
        ("phone:+12025550101", "ftm:p-1", "Call"),
        ("ftm:p-1", "btc:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "CryptoWallet"),
        ("ftm:p-1", "ftm:c-1", "Directorship"),
        ("ftm:p-2", "ftm:c-1", "Directorship"),
    ]


def test_a_payment_keeps_its_amount_and_a_year_is_no_time(entities: Read) -> None:
    paid = entities.links.row(2, named=True)
    assert (paid["amount"], paid["currency"]) == ("1500.00", "USD")
    assert str(paid["occurred_at"]) == "2026-03-02 00:00:00+00:00"
    owned = entities.links.row(1, named=True)
    assert owned["occurred_at"] is None
    assert json.loads(owned["extra"])["startDate"] == "2015"
    called = entities.links.row(3, named=True)
    assert str(called["occurred_at"]) == "2026-03-02 09:00:00+00:00"


def test_what_is_neither_is_refused(entities: Read) -> None:
    assert entities.rejected.select("locator", "reason").rows() == [
        ("line 14", "the Folder holds no text"),
        ("line 15", "'Sanction' is neither a relation nor a post, and has no name"),
        ("line 17", "the Directorship does not say its director"),
        ("line 19", "the entity has no id, or one that is too long"),
    ]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_entities_of_any_shape_never_break(tmp_path_factory, data: st.DataObject) -> None:
    lines = FIXTURE.read_text().splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    entity = json.loads(lines[place])
    target = data.draw(st.sampled_from([entity, entity["properties"]]))
    name = data.draw(st.sampled_from(sorted(target)))
    if data.draw(st.booleans()):
        target[name] = data.draw(JUNK)
    else:
        del target[name]
    lines[place] = json.dumps(entity)[: data.draw(st.integers(1, 10_000))]
    damaged = tmp_path_factory.mktemp("fuzz") / "entities"
    damaged.write_text("\n".join(lines))
    try:
        read(damaged, format_name="ftm")
    except SourceError:
        return


def test_ids_that_only_count_and_names_that_are_none_join_no_files(tmp_path: Path) -> None:
    def keys_of(name: str) -> list[str]:
        entities = [
            {"id": "1", "schema": "Person", "properties": {"name": [name]}},
            {"id": "2", "schema": "Message", "properties": {"bodyText": [name], "sender": ["1"]}},
            {
                "id": "3",
                "schema": "UserAccount",
                "properties": {"username": ["unknown"], "service": ["Telegram"], "owner": ["1"]},
            },
        ]
        path = tmp_path / f"{name}.json"
        path.write_text("".join(json.dumps(entity) + "\n" for entity in entities))
        found = read(path)
        assert found.posts["account_key"].to_list() == found.links["from_key"].to_list()
        tables = (found.accounts["account_key"], found.posts["post_key"], found.links["to_key"])
        return [key for column in tables for key in column]

    assert not set(keys_of("Budi")) & set(keys_of("Ani"))
