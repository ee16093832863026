"""Recognising the pages of Telegram Desktop's HTML exports."""

from __future__ import annotations

import re

_MARKS = re.compile(
    r"""class\s*=\s*["'](?:page_body (?:chat|list)_page|message (?:default|service)\b)"""
    r"""|class\s*=\s*["']page_wrap["'][\s\S]{1,500}?class\s*=\s*["']page_header["']"""
)


def looks_like_page(head: str) -> bool:
    """Whether a web page is one that Telegram Desktop has exported.

    Parameters
    ----------
    head : str
        How it begins.
    """
    return _MARKS.search(head) is not None
