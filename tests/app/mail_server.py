"""A real mail server on this computer, with or without encryption, that keeps what it is given."""

from __future__ import annotations

import asyncio
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"
USERNAME, PASSWORD = "spoor", "a-password-of-nobody"


@dataclass
class Kept:
    """What a server was given.

    Attributes
    ----------
    messages : list of EmailMessage
    envelopes : list of (sender, recipients, whether STARTTLS was used)
    refused : set of str
        Recipients that are refused.
    holding : bool
        Whether a message is kept waiting for its answer.
    asked : int
        How many messages were given, those without an answer too.
    """

    messages: list[EmailMessage] = field(default_factory=list)
    envelopes: list[tuple[str, list[str], bool]] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    holding: bool = False
    asked: int = 0

    async def handle_RCPT(  # noqa: N802 - the name that the server looks for
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or refuse it."""
        if address in self.refused:
            return "550 5.1.1 nobody of this name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Keep a message."""
        self.asked += 1
        while self.holding:
            await asyncio.sleep(0.02)
        assert isinstance(envelope.content, bytes)
        found = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(found, EmailMessage)
        self.messages.append(found)
        self.envelopes.append(
            (str(envelope.mail_from), list(envelope.rcpt_tos), session.ssl is not None)
        )
        return "250 OK"


@dataclass(frozen=True)
class MailServer:
    """A server that runs, and what it was given."""

    port: int
    kept: Kept


@contextmanager
def mail_server(
    *, starttls: ssl.SSLContext | None = None, tls: ssl.SSLContext | None = None, **told: Any
) -> Iterator[MailServer]:
    """Run a server on a free port."""
    kept = Kept()
    controller = Controller(
        kept, hostname=HOST, port=free_port(), ssl_context=tls, tls_context=starttls,
        authenticator=_known, **told,
    )  # fmt: skip
    controller.start()
    try:
        yield MailServer(controller.port, kept)
    finally:
        controller.stop()


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as trial:
        trial.bind((HOST, 0))
        return int(trial.getsockname()[1])


def certificate(folder: Path, name: str = "localhost", address: str = HOST) -> Path:
    """Make a certificate and its key, both in one file."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the certificate, and is not here")
    key, made = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-keyout", key, "-out", made, "-subj", f"/CN={name}",
         "-addext", f"subjectAltName=DNS:{name},IP:{address}"],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return made


def server_context(made: Path) -> ssl.SSLContext:
    """What a server needs to show a certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, made.with_name("key.pem"))
    return context


def _known(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object
) -> AuthResult:
    """Let in the one who knows the password."""
    assert isinstance(given, LoginPassword)
    known = (given.login, given.password) == (USERNAME.encode(), PASSWORD.encode())
    return AuthResult(success=known, handled=False)
