"""Mail: the section ``[mail]`` of a workspace's settings, and handing a message to a server."""

from __future__ import annotations

import ipaddress
import os
import re
import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from graph.errors import SpoorError, WorkspaceError
from graph.settings import checked_section, settings_section
from graph.workspace import Workspace

SECTION = "mail"
PASSWORD = "SPOOR_SMTP_PASSWORD"  # noqa: S105 - the name of a variable
SECONDS = 30.0
TLS_PORT = 465
_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+")


class MailNotSent(SpoorError):
    """A mail server could not be reached, or did not take a message."""


def _address(given: object) -> object:
    """Check a mail address."""
    if isinstance(given, str) and not _ADDRESS.fullmatch(given):
        raise ValueError("it is no mail address; write one such as lead@example.org")
    return given


def _several(given: object) -> object:
    """Take one address for a list of one."""
    return [given] if isinstance(given, str) else given


Address = Annotated[str, BeforeValidator(_address)]


class MailSettings(BaseModel):
    """Where mail is handed over, from whom and to whom.

    Attributes
    ----------
    host : str
    port : int
    sender : str
        ``from`` in the file.
    to : tuple of str
        One address or several.
    username : str, optional
        To log in with; the password is that of ``$SPOOR_SMTP_PASSWORD``.
    tls : {"starttls", "tls", "none"}, optional
        See `encryption`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    host: str = Field(min_length=1, pattern=r"^[^\s/@]+$")
    port: int = Field(ge=1, le=65535)
    sender: Address = Field(alias="from")
    to: Annotated[tuple[Address, ...], BeforeValidator(_several), Field(min_length=1)]
    username: str | None = Field(default=None, min_length=1)
    tls: Literal["starttls", "tls", "none"] | None = None

    @model_validator(mode="after")
    def _no_password_in_the_clear(self) -> MailSettings:
        """Refuse to log in over the network without encryption."""
        if self.username and self.encryption == "none" and not self._is_loopback:
            raise ValueError(
                'with tls = "none" a password would cross the network in the clear; leave out '
                "username, or choose starttls or tls"
            )
        return self

    @property
    def encryption(self) -> str:
        """How the connection is encrypted.

        As the file says; else not at all on this computer itself, from the first byte at port 465,
        and elsewhere by STARTTLS, without which nothing is sent.
        """
        if self.tls is not None:
            return self.tls
        if self._is_loopback:
            return "none"
        return "tls" if self.port == TLS_PORT else "starttls"

    @property
    def _is_loopback(self) -> bool:
        """Whether the server is this computer, as far as the name says."""
        with suppress(ValueError):
            return ipaddress.ip_address(self.host).is_loopback
        return self.host.lower() == "localhost"


def read_mail_settings(workspace: Workspace) -> MailSettings | None:
    """Read the section ``[mail]``; None where there is none, and nothing is mailed.

    Raises
    ------
    WorkspaceError
        If a key is unknown or missing, a value is of the wrong kind, or a password stands there.
    """
    found = settings_section(workspace, SECTION) if workspace.id else None
    if found is None:
        return None
    if "password" in found:
        raise WorkspaceError(
            f"{workspace.settings_file}: [{SECTION}] password: a password is not kept in this "
            f"file; take it out and set ${PASSWORD}."
        )
    return checked_section(workspace, SECTION, MailSettings)


def send(settings: MailSettings, message: EmailMessage) -> tuple[str, ...]:
    """Hand a message to the server.

    Parameters
    ----------
    settings : MailSettings
    message : EmailMessage

    Returns
    -------
    tuple of str
        Recipients that the server refused while it took others.

    Raises
    ------
    MailNotSent
        If the server cannot be reached or trusted, or takes the message for nobody; another try
        may succeed. The password is in no message.
    """
    where = f"{settings.host}:{settings.port}"
    try:
        with _connected(settings) as server:
            if settings.username:
                server.login(settings.username, _password())
            return tuple(server.send_message(message))
    except ssl.SSLCertVerificationError as error:
        why = f"its certificate cannot be trusted ({error.verify_message})"
    except smtplib.SMTPNotSupportedError:
        why = "it does not offer the encryption or login that is asked for"
    except smtplib.SMTPAuthenticationError as error:
        why = f"it refused the login ({error.smtp_code})"
    except smtplib.SMTPRecipientsRefused:
        why = "it refused every recipient"
    except smtplib.SMTPResponseException as error:
        why = f"it answered {error.smtp_code}"
    except smtplib.SMTPException:
        why = "it broke off the conversation"
    except OSError as error:
        why = f"it cannot be reached ({error.strerror or error})"
    raise MailNotSent(f"{where}: no mail was sent, {why}; the next run tries again.") from None


def domain_of(address: str) -> str:
    """Give the part of an address behind the @."""
    return address.rpartition("@")[2]


def _connected(settings: MailSettings) -> smtplib.SMTP:
    """Connect, encrypted as the settings say."""
    told: dict[str, Any] = {
        "host": settings.host,
        "port": settings.port,
        "local_hostname": domain_of(settings.sender),
        "timeout": SECONDS,
    }
    if settings.encryption == "tls":
        return smtplib.SMTP_SSL(**told, context=ssl.create_default_context())
    server = smtplib.SMTP(**told)
    if settings.encryption == "starttls":
        try:
            server.starttls(context=ssl.create_default_context())
        except BaseException:
            server.close()
            raise
    return server


def _password() -> str:
    """Read the password from where it is kept."""
    found = os.environ.get(PASSWORD)
    if not found:
        raise MailNotSent(
            f"[{SECTION}] username is set and ${PASSWORD} is not, so no mail was sent; set it "
            "where the command is run."
        )
    return found
