"""The errors a person may see: one root, each message one sentence with place and remedy."""

from __future__ import annotations


class SpoorError(Exception):
    """Root of every error that Spoor raises on purpose; its text is shown as it stands."""


class UsageError(SpoorError):
    """The command was called with something it cannot use (exit code 2)."""


class SchemaError(SpoorError):
    """A table or file lacks a column, or holds one of another kind than agreed."""


class SourceError(SpoorError):
    """A source file could not be read at all; nothing of it was taken in."""


class QueryError(SpoorError):
    """A query file contradicts its header, or was called with other parameters."""


class StoreUnavailable(SpoorError):
    """Neo4j could not be fetched, started, reached, or went away."""


class WorkspaceError(SpoorError):
    """The workspace cannot be used: not a workspace, somebody else's, or not writable."""


class WorkspaceBusy(WorkspaceError):
    """Another process is writing to the workspace and the wait was given up (exit code 75)."""


class NotFound(SpoorError):
    """An account, cluster or snapshot that was named does not exist."""


class AnalysisError(SpoorError):
    """The analysis was given values it cannot work with."""


class StoreError(SpoorError):
    """Neo4j is there but refused a statement, or the graph is not as it should be."""
