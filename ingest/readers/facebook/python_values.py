"""Lists and objects as Python writes them, in the cells of a table; nothing in them is run."""

from __future__ import annotations

import ast
import warnings
from datetime import datetime
from typing import Any

LONGEST = 1_000_000
_OPENS = ("[", "{")


def read_value(cell: str) -> Any:
    """Read the list or object that a cell holds.

    Parameters
    ----------
    cell : str
        As found.

    Returns
    -------
    object
        Of lists, objects, texts, numbers and nulls, times as ISO 8601 without a zone; the cell
        itself where it is neither list nor object, is longer than a million characters, or
        cannot be read.
    """
    if not cell.startswith(_OPENS) or len(cell) > LONGEST:
        return cell
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parsed = ast.parse(cell, mode="eval")
        return _value(parsed.body)
    except (SyntaxError, ValueError, TypeError, OverflowError, RecursionError, MemoryError):
        return cell


def _value(node: ast.expr) -> Any:
    """Give what a literal stands for."""
    match node:
        case ast.Constant(value=str() | int() | float() | None):
            return node.value
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float())):
            return ast.literal_eval(node)
        case ast.List() | ast.Tuple() | ast.Set():
            return [_value(each) for each in node.elts]
        case ast.Dict():
            return {
                str(_value(name)): _value(value)
                for name, value in zip(node.keys, node.values, strict=True)
                if name is not None
            }
        case ast.Call(func=ast.Attribute(attr="datetime"), args=args, keywords=[]):
            return datetime(*map(ast.literal_eval, args)).isoformat()
    raise ValueError(f"a {type(node).__name__} is no value")
