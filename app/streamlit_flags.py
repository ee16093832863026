"""What closes the pages to the world, whatever a settings file or the environment says."""

from __future__ import annotations

from app.words.ingest import LARGEST_MB

ADDRESS = "127.0.0.1"

CLOSED = {
    "server.address": ADDRESS,
    "server.headless": "true",
    "server.showEmailPrompt": "false",
    "server.enableCORS": "true",
    "server.enableXsrfProtection": "true",
    "server.enableStaticServing": "false",
    "server.enableAgentApi": "false",
    "server.fileWatcherType": "none",
    "server.runOnSave": "false",
    "server.maxUploadSize": str(LARGEST_MB),
    "browser.gatherUsageStats": "false",
    "browser.serverAddress": ADDRESS,
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": "false",
    "runner.magicEnabled": "false",
    "logger.level": "warning",
}
"""Nothing is sent anywhere, nobody else is let in, and no traceback reaches a page."""


def flags(port: int) -> list[str]:
    """Options of ``streamlit run``; as such they come before every file and variable.

    Parameters
    ----------
    port : int
        A free port of this machine.
    """
    settings = {**CLOSED, "server.port": str(port), "browser.serverPort": str(port)}
    return [f"--{name}={value}" for name, value in settings.items()]
