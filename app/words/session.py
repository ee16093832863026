"""What every page says: who works, and that something cannot be shown."""

from __future__ import annotations

CONNECTING = "Connecting to Neo4j …"
WORKING_HERE = "Working here"
WHO_WORKS = "Who is working?"
THAT_IS_ME = "That is me"
CANNOT_BE_SHOWN = "This cannot be shown just now"
TRY_AGAIN = "Try again"
