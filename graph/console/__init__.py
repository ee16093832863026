"""Free Cypher that can only read: checked in words and in Neo4j's plan, bounded in all it takes."""

from graph.console.answer import Answer, Cut, Node, Path, Relationship, Step
from graph.console.asking import Question, ask
from graph.console.errors import ConsoleRefused, ConsoleStopped
from graph.console.limits import MOST_ROWS, MOST_SECONDS, ROWS, SECONDS
from graph.console.words import may_be_asked

__all__ = [
    "MOST_ROWS",
    "MOST_SECONDS",
    "ROWS",
    "SECONDS",
    "Answer",
    "ConsoleRefused",
    "ConsoleStopped",
    "Cut",
    "Node",
    "Path",
    "Question",
    "Relationship",
    "Step",
    "ask",
    "may_be_asked",
]
