"""Posts and comments that Meta gives to the user who wrote them.

The files of groups (``group_posts_and_comments.json``, ``your_comments_in_groups.json``) are read
from public descriptions of them; no real one was at hand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from graph import keys
from graph.records import Batch
from ingest.readers.facebook.addresses import is_number
from ingest.readers.facebook.kept import rest
from ingest.readers.facebook.mojibake import mended
from ingest.readers.json_items import json_items, read_items
from ingest.readers.json_lines import Item
from ingest.readers.json_values import items, mapping, text
from ingest.readers.looks import Looks
from ingest.readers.options import ReadOptions
from ingest.readers.reader import Reader
from ingest.readers.refusal import Refusal
from ingest.readers.told_rows import ToldRows

PLATFORM = "facebook"
LISTS = frozenset({"group_posts_v2", "group_comments_v2", "comments_v2"})
_LOOKED_AT = 5_000
_OWNER = re.compile(
    r"(?P<name>.{1,80}?) (?:updated (?:his|her|their) |posted |shared |added |wrote |commented |"
    r"replied |uploaded |checked |was |is |created |changed |recommends |reviewed ).*",
    re.DOTALL,
)
_GROUP = re.compile(
    r".{1,80}? (?:posted|shared|added|uploaded|created)(?: (?:an?|the|\d+|something|new) .{0,60}?)?"
    r"(?: in| to the group:?) (?P<group>.+?)\.?",
    re.DOTALL,
)


def read(path: Path, name: str, options: ReadOptions) -> Iterator[Batch]:
    """Read the posts or comments of a user, from the user's own download.

    Parameters
    ----------
    path : Path
        Where the bytes are.
    name : str
        What the user calls the file, for messages.
    options : ReadOptions
        ``chat`` is the id (or the name in the address) of the account whose download it is.

    Yields
    ------
    Batch
        All is by one account, which the file does not identify. Without ``chat`` it is known by
        the name with which Facebook's English sentences begin, and marked so that it is no other
        tool's account; where there is none, the posts are nobody's.
    """
    owner, rows = _owner(path, name, options), ToldRows(options)
    if owner.notice is not None:
        rows.note(owner.notice)
    if owner.key is not None:
        rows.suggest_own(owner.key, f"{name} is this account's own download from Meta")
    found = json_items(path, name, lists={""} | LISTS)
    yield from read_items(found, owner.tell, rows)


class _Owner:
    """Whose download it is, and what that account says.

    Parameters
    ----------
    native_id, handle, name : str or None
        What the account is known by.
    notice : str, optional
        What the user should know about that.
    """

    def __init__(
        self,
        native_id: str | None = None,
        handle: str | None = None,
        name: str | None = None,
        notice: str | None = None,
    ) -> None:
        self._account = {
            "account_id": native_id,
            "account_handle": handle,
            "account_name": name,
        }
        self.notice = notice
        self.key: str | None = None
        if native_id is not None:
            self.key = keys.account(PLATFORM, native_id)
        elif handle is not None:
            self.key = keys.account_by_handle(PLATFORM, handle)

    def tell(self, item: Item, rows: ToldRows) -> None:
        """Tell a post or a comment."""
        found = mended(item.value)
        if not isinstance(found, Mapping):
            raise Refusal(None, "it is no post")
        told = _post(found, item.path)
        if not any(told.get(name) for name in ("text", "image", "price")):
            raise Refusal("data", "it holds neither words nor a picture nor a link")
        rows.tell(
            item.locator,
            {
                "platform": PLATFORM,
                **self._account,
                "posted_at": text(found, "timestamp"),
                **told,
                **rest(found, "timestamp", lists={"data"}),
            },
        )


def _owner(path: Path, name: str, options: ReadOptions) -> _Owner:
    """Find out whose download it is."""
    if options.chat is not None:
        is_id = is_number(options.chat)
        return _Owner(*((options.chat, None) if is_id else (None, options.chat)))
    titles = (
        text(mended(item.value), "title")
        for item in islice(json_items(path, name, lists={""} | LISTS), _LOOKED_AT)
        if item.problem is None
    )
    named = Counter(match["name"] for title in titles if (match := _OWNER.fullmatch(title or "")))
    remedy = "pass --chat with the number of the account whose download it is"
    if not named:
        return _Owner(notice=f"{name}: it does not say whose posts these are; {remedy}.")
    ((owner, _),) = named.most_common(1)
    notice = f"{name}: whose posts these are is known by name only ({owner}); {remedy}."
    return _Owner(f"name/{keys.fold(owner)}", None, owner, notice)


def _post(found: object, path: str) -> dict[str, object]:
    """Tell what a post or a comment says."""
    data = items(found, "data")
    comment = next((mapping(each, "comment") for each in data if mapping(each, "comment")), {})
    attached = [each for one in items(found, "attachments") for each in items(one, "data")]
    offer = next((mapping(e, "for_sale_item") for e in attached if mapping(e, "for_sale_item")), {})
    said = [text(each, "post") for each in data]
    said += [text(comment, "comment"), text(offer, "title"), text(offer, "description")]
    said += [text(each, "media", "description") for each in attached]
    said += [text(each, "external_context", "url") for each in attached]
    shown = [uri for each in attached if (uri := text(each, "media", "uri"))]
    return {
        "text": _together(said),
        "image": "\n".join(shown) or None,
        "price": text(offer, "price"),
        "location": text(offer, "location", "name"),
        "group_name": text(comment, "group") or _group(found, path),
        "called": text(comment, "author"),
        "data": [more for each in data if (more := rest(each, "post", objects={"comment"}))]
        or None,
    }


def _together(said: list[str | None]) -> str | None:
    """Put words together, each once."""
    words: list[str] = []
    for each in filter(None, said):
        if not any(each in before for before in words):
            words.append(each)
    return "\n".join(words) or None


def _group(found: object, path: str) -> str | None:
    """Read the group in Facebook's sentence above a post."""
    titled = _GROUP.fullmatch(text(found, "title") or "") if path == "group_posts_v2" else None
    return titled["group"] if titled else None


def _fits(looks: Looks) -> bool:
    """Whether JSON begins as the user's own posts do."""
    if "list" in looks.kinds:
        holds = ("data.post", "attachments.data.media.uri", "attachments.data.external_context.url")
        return looks.has("timestamp", "data") and any(name in looks.names for name in holds)
    return "object" in looks.kinds and not looks.names.isdisjoint(LISTS)


OWN_POSTS = Reader(
    name="meta-posts",
    title="Meta's own download: posts; in groups (unverified)",
    example="your_posts_1.json, group_posts_and_comments.json",
    read=read,
    fits=_fits,
)
