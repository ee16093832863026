"""What happened to accounts between two days."""

from __future__ import annotations

from graph.lifecycle.account.events import account_events
from graph.lifecycle.account.state import AccountState

__all__ = ["AccountState", "account_events"]
