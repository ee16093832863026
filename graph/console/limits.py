"""How much a question to the console may take."""

from __future__ import annotations

ROWS = 1_000
MOST_ROWS = 10_000
SECONDS = 10.0
MOST_SECONDS = 60.0

MOST_TEXT = 20_000
"""Characters of a question, and of its parameters."""

MOST_CHARACTERS = 10_000
"""Characters shown of one string."""

MOST_ITEMS = 500
"""Items shown of one list or map."""

DEEPEST = 6
"""Lists and maps inside one another that are shown."""

MOST_ANSWER = 20_000_000
"""Characters of a whole answer."""

AT_A_TIME = 50
"""Rows that the server sends at once."""

SPARE_SECONDS = 4.0
"""How much longer than its time a question may take before its reader is ended by force."""

START_SECONDS = 30.0
"""How long a reader may take to start and to have a question planned."""

MOST_MEMORY = 3 << 30
"""Bytes of address space of the process that reads an answer."""

AT_ONCE = 2
"""Questions of one program that run at the same time."""
