"""Mail over a real server: what arrives, encrypted and trusted or not at all; the settings."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from app.mailing import MailNotSent, MailSettings, read_mail_settings, send
from graph.errors import WorkspaceError
from graph.workspace import Workspace, open_workspace, planned_workspace
from tests.app.mail_server import (
    HOST,
    PASSWORD,
    USERNAME,
    certificate,
    free_port,
    mail_server,
    server_context,
)

WHOLE = 'host = "mail.example.org"\nport = 587\nfrom = "a@example.org"\nto = "b@example.org"\n'


def settings(port: int, **changed: Any) -> MailSettings:
    given = {"host": HOST, "port": port, "from": "spoor@example.org", "to": ["lead@example.org"]}
    return MailSettings.model_validate(given | changed)


def message() -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = "counts", "spoor@example.org", "lead@example.org"
    made.set_content("Three.\n")
    return made


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A certificate that this computer trusts."""
    made = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made))
    return made


@pytest.fixture
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPOOR_SMTP_PASSWORD", PASSWORD)


def test_to_this_computer_itself_a_message_goes_as_it_is() -> None:
    with mail_server() as server:
        assert send(settings(server.port), message()) == ()
        assert server.kept.envelopes == [("spoor@example.org", ["lead@example.org"], False)]
        assert server.kept.messages[0].get_content().split() == ["Three."]


@pytest.mark.usefixtures("_password")
@pytest.mark.parametrize("how", ["starttls", "tls"])
def test_an_encrypted_server_whose_certificate_is_trusted(trusted: Path, how: str) -> None:
    context = server_context(trusted)
    told: dict[str, Any] = {how: context, "auth_required": how == "starttls"}
    with mail_server(**told) as server:
        username = USERNAME if how == "starttls" else None
        send(settings(server.port, tls=how, username=username), message())
        assert [started for _, _, started in server.kept.envelopes] == [how == "starttls"]


@pytest.mark.usefixtures("_password")
@pytest.mark.parametrize("how", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for_gets_nothing(tmp_path: Path, how: str) -> None:
    told: dict[str, Any] = {how: server_context(certificate(tmp_path))}
    with mail_server(**told) as server:
        with pytest.raises(MailNotSent, match="certificate cannot be trusted") as told_why:
            send(settings(server.port, tls=how, username=USERNAME), message())
        assert PASSWORD not in str(told_why.value)
        assert server.kept.messages == []


@pytest.mark.parametrize("how", ["starttls", "tls"])
def test_a_certificate_of_another_name_gets_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    made = certificate(tmp_path, "elsewhere.example.org", "192.0.2.1")
    monkeypatch.setenv("SSL_CERT_FILE", str(made))
    told: dict[str, Any] = {how: server_context(made)}
    with mail_server(**told) as server:
        with pytest.raises(MailNotSent, match="certificate cannot be trusted"):
            send(settings(server.port, tls=how), message())
        assert server.kept.messages == []


def test_without_the_encryption_that_is_asked_for_nothing_is_sent() -> None:
    with mail_server() as server:
        with pytest.raises(MailNotSent, match="does not offer"):
            send(settings(server.port, tls="starttls"), message())
        assert server.kept.messages == []


def test_a_wrong_password_is_said_without_it(
    trusted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPOOR_SMTP_PASSWORD", "not-the-one")
    with mail_server(starttls=server_context(trusted), auth_required=True) as server:
        with pytest.raises(MailNotSent, match="refused the login") as told_why:
            send(settings(server.port, tls="starttls", username=USERNAME), message())
        assert "not-the-one" not in str(told_why.value)
        monkeypatch.delenv("SPOOR_SMTP_PASSWORD")
        with pytest.raises(MailNotSent, match="SPOOR_SMTP_PASSWORD"):
            send(settings(server.port, tls="starttls", username=USERNAME), message())
        assert server.kept.messages == []


def test_one_refused_recipient_does_not_keep_the_others_from_theirs() -> None:
    to = ["lead@example.org", "gone@example.org"]
    with mail_server() as server:
        server.kept.refused.add("gone@example.org")
        made = message()
        made.replace_header("To", ", ".join(to))
        assert send(settings(server.port, to=to), made) == ("gone@example.org",)
        assert server.kept.envelopes[0][1] == ["lead@example.org"]
        server.kept.refused.update(to)
        with pytest.raises(MailNotSent, match="every recipient"):
            send(settings(server.port, to=to), made)


def test_a_server_that_is_not_there_is_a_sentence() -> None:
    port = free_port()
    with pytest.raises(MailNotSent, match=f"{HOST}:{port}: no mail was sent, it cannot be reached"):
        send(settings(port), message())


@pytest.mark.parametrize(
    ("host", "port", "tls", "found"),
    [
        ("localhost", 25, None, "none"),
        ("127.8.9.1", 25, None, "none"),
        ("::1", 25, None, "none"),
        ("localhost", 587, "starttls", "starttls"),
        ("mail.example.org", 25, None, "starttls"),
        ("mail.example.org", 587, None, "starttls"),
        ("mail.example.org", 465, None, "tls"),
        ("localhost.example.org", 25, None, "starttls"),
        ("mail.example.org", 25, "none", "none"),
    ],
)
def test_all_but_this_computer_is_spoken_to_encrypted_unless_the_file_says_none(
    host: str, port: int, tls: str | None, found: str
) -> None:
    assert settings(port, host=host, tls=tls).encryption == found


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "workspace")


def write(workspace: Workspace, section: str) -> None:
    with workspace.settings_file.open("a", encoding="utf-8") as file:
        file.write(f"\n{section}")


def test_without_a_section_nothing_is_mailed(workspace: Workspace, tmp_path: Path) -> None:
    assert read_mail_settings(workspace) is None
    assert read_mail_settings(planned_workspace(tmp_path / "not yet")) is None
    write(workspace, f"[mail]\n{WHOLE}")
    found = read_mail_settings(workspace)
    assert found is not None
    assert (found.sender, found.to) == ("a@example.org", ("b@example.org",))


@pytest.mark.parametrize(
    ("section", "names"),
    [
        (f'[mail]\n{WHOLE}password = "secret-word"\n', "[mail] password: a password is not kept"),
        (f"[mail]\n{WHOLE}attach = true\n", "[mail] attach: extra inputs are not permitted"),
        ('[mail]\nhost = "mail.example.org"\n', "[mail] port: field required"),
        ("[mail]\n", "[mail] host: field required"),
        ("[[mail]]\nport = 25\n", "mail is no section"),
        (f"[mail]\n{WHOLE}".replace("587", "70000"), "[mail] port"),
        (f"[mail]\n{WHOLE}".replace("a@example.org", "nobody"), "[mail] from: it is no mail"),
        (
            f"[mail]\n{WHOLE}".replace("a@example.org", "a@example.org\\nBcc: c@example.org"),
            "[mail] from",
        ),
        (f"[mail]\n{WHOLE}".replace('"b@example.org"', "[]"), "[mail] to"),
        (f'[mail]\n{WHOLE}tls = "maybe"\n', "[mail] tls"),
        (
            f'[mail]\n{WHOLE}tls = "none"\nusername = "u"\n',
            '[mail]: with tls = "none" a password would cross',
        ),
    ],
)
def test_settings_that_cannot_be_meant_are_named(
    workspace: Workspace, section: str, names: str
) -> None:
    write(workspace, section)
    with pytest.raises(WorkspaceError) as told_why:
        read_mail_settings(workspace)
    said = str(told_why.value)
    assert names in said
    assert said.startswith(str(workspace.settings_file))
    assert "secret-word" not in said
    assert "\n" not in said
