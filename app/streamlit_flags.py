"""How Streamlit runs here, whatever a file in the current or home directory says."""

from __future__ import annotations

ADDRESS = "127.0.0.1"

CLOSED = {
    "server.address": ADDRESS,
    "server.allowedHosts": f"{ADDRESS},localhost",
    "server.headless": "true",
    "server.showEmailPrompt": "false",
    "server.enableCORS": "true",
    "server.enableXsrfProtection": "true",
    "server.enableStaticServing": "false",
    "server.enableAgentApi": "false",
    "server.fileWatcherType": "none",
    "server.runOnSave": "false",
    "browser.gatherUsageStats": "false",
    "browser.serverAddress": ADDRESS,
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "client.showErrorLinks": "false",
    "runner.magicEnabled": "false",
}
"""Nothing is sent anywhere, nobody else is let in, and no traceback reaches the page."""

THEME = {
    "theme.baseRadius": "6px",
    "theme.baseFontSize": "15",
    "theme.headingFontWeights": "650,600,600",
    "theme.headingFontSizes": "1.9rem,1.35rem,1.1rem",
    "theme.codeFontSize": "0.92em",
    "theme.metricValueFontSize": "1.7rem",
    "theme.light.primaryColor": "#0b5f73",
    "theme.light.backgroundColor": "#ffffff",
    "theme.light.secondaryBackgroundColor": "#f3f5f4",
    "theme.light.textColor": "#1d2529",
    "theme.light.borderColor": "#d5dcda",
    "theme.light.codeTextColor": "#1d2529",
    "theme.light.codeBackgroundColor": "#e9eeec",
    "theme.light.sidebar.backgroundColor": "#eef2f0",
    "theme.dark.primaryColor": "#5bc0d0",
    "theme.dark.backgroundColor": "#14191c",
    "theme.dark.secondaryBackgroundColor": "#1d2428",
    "theme.dark.textColor": "#e6ebe9",
    "theme.dark.borderColor": "#37424a",
    "theme.dark.codeTextColor": "#e6ebe9",
    "theme.dark.codeBackgroundColor": "#2a343a",
    "theme.dark.sidebar.backgroundColor": "#191f23",
}
"""Calm colours, light and dark; the fonts are those that Streamlit carries with it."""


def flags(port: int) -> list[str]:
    """Options of ``streamlit run``; as such they come before every file and variable.

    Parameters
    ----------
    port : int
        A free port of this machine.
    """
    settings = {**CLOSED, **THEME, "server.port": str(port), "browser.serverPort": str(port)}
    return [f"--{name}={value}" for name, value in settings.items()]
